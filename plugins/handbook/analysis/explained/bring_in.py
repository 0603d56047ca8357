"""What would bring a date in: measured by planning again with each measure, never by adding up.

Only what lies on the driving path can bring a date in, and only until another path takes over: crashing
after Kelley, "Critical-Path Planning and Scheduling: Mathematical Basis", Operations Research 9, 1961. What a
search for the best combination makes of the measures is in `combination`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.analysis.explained.combination import Looks, combination
from handbook.analysis.explained.measures import releases
from handbook.analysis.explained.state import State, begin
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.words import Change, read_change
from handbook.planning.breakdown import Item
from handbook.planning.plans import Plans
from handbook.records.book import Book


@dataclass(frozen=True, slots=True)
class Gain:
    """A measure with what it gains: working minutes in the calendar of the item's project.

    ``change`` is one of what-if. ``decides`` is what decides the date from there on, if that is
    another path; None if the same one does.
    """

    change: Change
    minutes: int
    decides: Item | None = None


@dataclass(frozen=True, slots=True)
class BringIn:
    """What would bring a date in by ``wanted`` minutes of work: each measure alone, the most gainful first.

    ``released`` are changes that let go of accepted starts; each of ``alone`` is measured after these, and
    gains what it gains beyond them. ``together`` are measures one after the other, each with the gain of all
    up to it. If they reach what is wanted, ``is_least`` tells that no fewer do; if they do not, ``most`` is
    what all measures gain together.
    """

    wanted: int
    released: tuple[Gain, ...]
    alone: tuple[Gain, ...]
    together: tuple[Gain, ...]
    is_least: bool
    most: int

    @property
    def gained(self) -> int:
        """What all measures together gain."""
        return self.together[-1].minutes if self.together else 0

    @property
    def is_reached(self) -> bool:
        """Whether that is enough."""
        return self.gained >= self.wanted

    @property
    def enough(self) -> tuple[Gain, ...]:
        """The measures of which each reaches what is wanted, with nothing but what is ``released``."""
        before = self.released[-1].minutes if self.released else 0
        return tuple(one for one in self.alone if before + one.minutes >= self.wanted)


def bring_in(book: Book, plans: Plans, item: Item, minutes: int) -> BringIn:
    """What would bring the date of an item in by some minutes of work."""
    return brought_in(begin(book, plans, item), minutes)


def brought_in(start: State, minutes: int) -> BringIn:
    """The same, from a state of the records on."""
    looks = Looks(start, minutes)
    telling = _Telling(looks, start)
    released = telling.gains([one.text for one in releases(start.book, start.why)] if start.why else [])
    base = telling.after([one.change.text for one in released])
    options = list(looks.options(base))
    alone = (telling.gain(change, state, base) for change, state in options)
    best = sorted((one for one in alone if one.minutes > 0), key=lambda one: -one.minutes)
    found = combination(looks, base, options)
    together = [*(one.change.text for one in released), *(change.text for change in found.changes)]
    needed = telling.needed(together)
    return BringIn(minutes, released, tuple(best), telling.gains(needed), found.is_least, found.most)


class _Telling:
    """Measures as they are told: each by its words, tried on the records as it finds them."""

    def __init__(self, looks: Looks, start: State) -> None:
        self._looks = looks
        self._start = start
        self._known = frozenset(step.item.address for step in start.why) if start.why else frozenset[str]()

    def gain(self, change: Change, state: State, base: State | None = None) -> Gain:
        """A measure with what comes of it, beyond what was gained before it if that is given."""
        news = (item for item in state.passed if item.address not in self._known and not item.withheld)
        before = self._looks.gained(base) if base is not None else 0
        return Gain(change, self._looks.gained(state) - before, next(news, None))

    def gains(self, texts: Sequence[str]) -> tuple[Gain, ...]:
        """Measures one after the other, each with the gain of all up to it; without those that cannot be."""
        found, state = list[Gain](), self._start
        for text in texts:
            made = _tried(state, text)
            if made is not None:
                change, state = made
                found.append(self.gain(change, state))
        return tuple(found)

    def after(self, texts: Sequence[str]) -> State:
        """The state after some measures that can be tried."""
        state = self._start
        for text in texts:
            made = _tried(state, text)
            state = made[1] if made else state
        return state

    def needed(self, texts: Sequence[str]) -> list[str]:
        """Those measures without which less would be gained, and less than is wanted."""
        enough = min(self._looks.gained(self.after(texts)), self._looks.wanted)
        kept = list(texts)
        for text in texts if len(texts) > 1 else ():
            fewer = [one for one in kept if one is not text]
            if self._looks.gained(self.after(fewer)) >= enough:
                kept = fewer
        return kept


def _tried(state: State, text: str) -> tuple[Change, State] | None:
    try:
        change = read_change(state.book, text)
    except BadChange:
        return None
    after = state.tried(change)
    return None if after is None else (change, after)
