"""The smallest combination of measures that brings a date in by as much as is wanted.

A combination gains something only if one of its measures lies on the driving path, and goes on gaining only
if the next one lies on the path that is then the driving one. So the search goes from path to path: first one
measure, then two, then three, and the first combination that reaches what is wanted is one of the least
number. That is exact as long as not too many states have to be looked at; beyond, the measure that gains most
is taken each time, and what turns out not to be needed is left out.
"""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.analysis.explained.measures import measures
from handbook.analysis.explained.state import State
from handbook.analysis.what_if.words import Change

Option = tuple[Change, State]
"""A measure, and the state after it."""

_EXACT = 3
_MOST_ROUNDS = 12
_MOST_TRIED = 60
_MOST_LOOKS = 240


class Combination(NamedTuple):
    """Measures one after the other.

    ``is_least`` tells that no fewer reach what is wanted; ``most`` is what all measures gain together, as far
    as that was looked at.
    """

    changes: tuple[Change, ...]
    is_least: bool
    most: int


class Looks:
    """What a search asks of states: gains in working minutes of the project, and measures; it counts them."""

    def __init__(self, start: State, wanted: int) -> None:
        settled = start.settled(start.item.project or "")
        if settled is None:
            raise KeyError(start.item.project)
        self.wanted = wanted
        self.count = 0
        self._calendar = settled.timetable.network.calendar
        self._begin = start.at

    def gained(self, state: State) -> int:
        """How much earlier the date is than at first."""
        return self._calendar.between(state.at, self._begin)

    def is_enough(self, state: State) -> bool:
        """Whether that is what is wanted."""
        return self.gained(state) >= self.wanted

    @property
    def is_spent(self) -> bool:
        """Whether too many states were looked at to go on."""
        return self.count >= _MOST_LOOKS

    def changes(self, state: State, minutes: int) -> list[Change]:
        """All measures on the path of a state, of so many minutes each."""
        chain = state.why
        return list(measures(state.book, state.settled, chain, minutes))[:_MOST_TRIED] if chain else []

    def options(self, state: State) -> Iterator[Option]:
        """All measures that may gain what a state lacks, each with what comes of it."""
        for change in self.changes(state, self.wanted - self.gained(state)):
            after = state.tried(change)
            if after is not None:
                self.count += 1
                yield change, after


def combination(looks: Looks, base: State, options: list[Option]) -> Combination:
    """The smallest combination from a state on, of which ``options`` are the measures."""
    if looks.is_enough(base):
        return Combination((), is_least=True, most=looks.gained(base))
    alone = _best(looks, options)
    if alone is not None and looks.is_enough(alone[1]):
        return Combination((alone[0],), is_least=True, most=looks.gained(alone[1]))
    most = _everything(looks, base)
    looks.count = 0
    if most >= looks.wanted:
        for number in range(2, _EXACT + 1):
            found = _of(looks, base, number, options)
            if found or looks.is_spent:
                break
        if found:
            return Combination(tuple(found), is_least=not looks.is_spent or number == 2, most=most)
    return Combination(tuple(_greedy(looks, base, options)), is_least=False, most=most)


def _of(looks: Looks, state: State, number: int, options: list[Option] | None = None) -> list[Change]:
    """A combination of so many measures that is enough; empty if there is none, or the search breaks off."""
    if number == 1:
        return next(([change] for change, after in looks.options(state) if looks.is_enough(after)), [])
    for change, after in sorted(options or looks.options(state), key=lambda one: -looks.gained(one[1])):
        if looks.is_spent:
            break
        if _leads_on(state, after) and (rest := _of(looks, after, number - 1)):
            return [change, *rest]
    return []


def _leads_on(state: State, after: State) -> bool:
    """Whether a measure gains something, or leads to another path."""
    return after.at < state.at or _names(after) != _names(state)


def _names(state: State) -> list[str]:
    return [item.address for item in state.passed]


def _everything(looks: Looks, base: State) -> int:
    """What all measures gain together, on the path and on those that take over; enough if that is reached."""
    state, known = base, set[str]()
    for _ in range(_MOST_ROUNDS):
        fresh = [one for one in looks.changes(state, looks.wanted) if _key(one) not in known]
        known.update(map(_key, fresh))
        for change in fresh:
            after = state.tried(change)
            if after is not None and after.at <= state.at:
                state = after
        if not fresh or looks.is_enough(state):
            break
    return looks.gained(state)


def _key(change: Change) -> str:
    """What a measure is about, without how much of it."""
    return " ".join(change.text.split()[:2]) if change.verb.name == "shorten" else change.text


def _greedy(looks: Looks, base: State, options: list[Option]) -> Iterator[Change]:
    """Measures one after the other, each the one that gains most, until they suffice or nothing gains more.

    Where none gains alone, one that leads to the path beside it is taken.
    """
    state, found = base, options
    for _ in range(_MOST_ROUNDS):
        best = _best(looks, found)
        if best is None or looks.gained(best[1]) <= looks.gained(state):
            best = next((one for one in found if _names(one[1]) != _names(state)), None)
        if best is None:
            break
        yield best[0]
        state = best[1]
        if looks.is_enough(state):
            break
        found = list(looks.options(state))


def _best(looks: Looks, options: list[Option]) -> Option | None:
    """The measure that gains most, but no more than is wanted; of equals, that nearest to the date."""
    return max(options, key=lambda one: min(looks.gained(one[1]), looks.wanted), default=None)
