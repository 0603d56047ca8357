"""What would bring a date in: measured by planning again with each measure, never by adding up.

Only what lies on the driving path can bring a date in, and only until another path takes over: crashing
after Kelley, "Critical-Path Planning and Scheduling: Mathematical Basis", Operations Research 9, 1961. The
combination is found step by step: of all measures on the path as it then is, the one that gains most is
taken, and in the end what turned out not to be needed is left out. That is a good combination, and may not be
the least one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.analysis.explained.measures import measures
from handbook.analysis.explained.state import State
from handbook.planning.breakdown import Item
from handbook.planning.plans import Plans
from handbook.planning.why.step import Why
from handbook.records.book import Book
from handbook.records.overlay import narrowed

_MOST_ROUNDS = 12
_MOST_TRIED = 60


@dataclass(frozen=True, slots=True)
class Gain:
    """A measure with what it gains: working minutes in the calendar of the item's project.

    ``change`` says it in the words of what-if. ``decides`` is what decides the date from there on, if that is
    another path; None if the same one does.
    """

    change: str
    minutes: int
    decides: Item | None = None


@dataclass(frozen=True, slots=True)
class BringIn:
    """What would bring a date in by ``wanted`` minutes of work: each measure alone, the most gainful first.

    ``together`` are measures one after the other, each with the gain of all up to it.
    """

    wanted: int
    alone: tuple[Gain, ...]
    together: tuple[Gain, ...]

    @property
    def gained(self) -> int:
        """What all measures together gain."""
        return self.together[-1].minutes if self.together else 0

    @property
    def is_reached(self) -> bool:
        """Whether that is enough."""
        return self.gained >= self.wanted


def bring_in(book: Book, plans: Plans, item: Item, minutes: int) -> BringIn:
    """What would bring the date of an item in by some minutes of work."""
    search = _Search(book, plans, item, minutes)
    alone = [search.gain(text, state) for text, state in search.options(search.start, minutes)]
    best = sorted((one for one in alone if one.minutes > 0), key=lambda one: -one.minutes)
    return BringIn(minutes, tuple(best), search.together())


class _Search:
    """The search for measures that bring one date in."""

    def __init__(self, book: Book, plans: Plans, item: Item, minutes: int) -> None:
        project = item.project or ""
        small = narrowed(book, plans.needed(project))
        self.start = State(small, plans.variant(small))
        self._item = item
        self._minutes = minutes
        self._calendar = plans.settled(project).timetable.network.calendar
        self._begin = self.start.at(item)
        self._known = _names(self.start.why(item))

    def gained(self, state: State) -> int:
        """How much earlier the date is in a state, in working minutes."""
        return self._calendar.between(state.at(self._item), self._begin)

    def gain(self, text: str, state: State) -> Gain:
        """A measure with what comes of it."""
        chain = state.why(self._item)
        news = (
            step.item
            for step in (reversed(chain.steps) if chain else ())
            if step.days and step.item.address not in self._known and not step.item.withheld
        )
        return Gain(text, self.gained(state), next(news, None))

    def options(self, state: State, minutes: int) -> list[tuple[str, State]]:
        """All measures on the path of a state, each with what comes of it."""
        chain = state.why(self._item)
        texts = list(measures(state.book, chain, minutes))[:_MOST_TRIED] if chain else []
        return [(text, after) for text in texts if (after := state.tried(text)) is not None]

    def together(self) -> tuple[Gain, ...]:
        """Measures one after the other, until they suffice or nothing more gains anything."""
        state, chosen, total = self.start, list[str](), 0
        for _ in range(_MOST_ROUNDS):
            if total >= self._minutes:
                break
            found = self._best(state, total)
            if found is None:
                break
            text, state = found
            chosen.append(text)
            total = self.gained(state)
        return self._told(self._needed(chosen, total))

    def _best(self, state: State, total: int) -> tuple[str, State] | None:
        """The measure that gains most; where none gains alone, one that leads to the path beside it."""
        options = self.options(state, self._minutes - total)
        best = max(options, key=lambda one: min(self.gained(one[1]), self._minutes), default=None)
        if best is not None and self.gained(best[1]) > total:
            return best
        before = _names(state.why(self._item))
        return next((one for one in options if _names(one[1].why(self._item)) != before), None)

    def _needed(self, chosen: Sequence[str], total: int) -> list[str]:
        """Those measures without which less would be gained."""
        kept = list(chosen)
        for text in chosen:
            fewer = [one for one in kept if one is not text]
            state = self._after(fewer)
            if state is not None and self.gained(state) >= total:
                kept = fewer
        return kept

    def _after(self, texts: Sequence[str]) -> State | None:
        state: State | None = self.start
        for text in texts:
            state = state.tried(text) if state else None
        return state

    def _told(self, texts: Sequence[str]) -> tuple[Gain, ...]:
        states = ((text, self._after(texts[: number + 1])) for number, text in enumerate(texts))
        return tuple(self.gain(text, state) for text, state in states if state is not None)


def _names(chain: Why | None) -> frozenset[str]:
    """The addresses on a chain."""
    return frozenset(step.item.address for step in chain) if chain else frozenset()
