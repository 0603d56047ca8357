"""The search of rules of a handbook's own: which records their conditions hold for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple
from weakref import WeakKeyDictionary

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import has_sound_plan
from handbook.checks.own.expression import Exhausted, Expression, Failed, Unfit
from handbook.checks.own.facts import WORK
from handbook.checks.own.names import Finder, attributes, grammar, inner_names
from handbook.checks.own.values import shown
from handbook.checks.own.wording import why_failed
from handbook.checks.rule import Fault
from handbook.checks.standing import ENDED
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.kinds.settings import OwnRule, Settings
from handbook.records.record import Record

FAILED = "CHECK007"

SLOT = re.compile(r"\{([A-Za-z_]\w*)\}")
"""The name of a value in the message or the cure of a rule."""

_PLANNED = ("task", "milestone")


class Screen:
    """The records of a kind for which any of some conditions may hold.

    Most records are all right. Asking all conditions at once whether any of them holds takes little longer
    than asking one, and what they all deny needs not be asked again.
    """

    def __init__(self, kind: str, conditions: Sequence[str]) -> None:
        self._kind = kind
        self._condition = self._together(conditions)
        self._known: WeakKeyDictionary[Portfolio, Sequence[Record]] = WeakKeyDictionary()

    def suspects(self, portfolio: Portfolio) -> Sequence[Record]:
        """Records that were read with all their fields, in projects that have not ended."""
        if portfolio not in self._known:
            self._known[portfolio] = tuple(self._suspects(portfolio))
        return self._known[portfolio]

    def _together(self, conditions: Sequence[str]) -> Expression | None:
        """All conditions in one; None if there is nothing to be saved, or if they are too much for one."""
        try:
            return grammar(self._kind).any_of(conditions) if len(conditions) > 1 else None
        except Unfit:
            return None

    def _suspects(self, portfolio: Portfolio) -> Iterator[Record]:
        condition = self._condition
        finds = Finder(portfolio).finds(self._kind, condition.names, condition.words) if condition else []
        for record in _judged(portfolio.book, self._kind):
            try:
                if condition is None or condition.holds({name: find(record) for name, find in finds}):
                    yield record
            except Failed as failed:
                condition = None if isinstance(failed, Exhausted) else condition
                yield record


class Reading(NamedTuple):
    """One rule as it is looked for in records of one kind."""

    code: str
    own: OwnRule
    kind: str
    condition: Expression
    screen: Screen


def search(settings: Settings, readings: Sequence[Reading], portfolio: Portfolio) -> Iterator[Fault]:
    """The records for which the condition is true, and the first for which it is neither true nor false.

    A condition that takes too many steps is not asked again.
    """
    finder = Finder(portfolio)
    told = False
    for reading in readings:
        condition = reading.condition
        finds = finder.finds(reading.kind, condition.names, condition.words)
        for record in _sound(portfolio.book, reading, reading.screen.suspects(portfolio)):
            values = {name: find(record) for name, find in finds}
            try:
                if condition.holds(values):
                    yield _fault(reading, record, values, finder)
            except Failed as failed:
                if not told:
                    yield _failure(settings, reading, record, values, str(failed))
                told = True
                if isinstance(failed, Exhausted):
                    return


def _judged(book: Book, kind: str) -> Iterator[Record]:
    """The records of a kind that ask something of somebody, and of which no value is missing by mistake."""
    ended = {project.id.casefold() for project in book.projects if project.status in ENDED}
    for record in book.of(kinds()[kind].model):
        scope = (record.project or "").casefold()
        if (
            scope not in ended
            and not record.withheld
            and f"{scope}/{record.id}".casefold() not in book.impaired
        ):
            yield record


def _sound(book: Book, reading: Reading, records: Sequence[Record]) -> Iterator[Record]:
    """The records without those whose dates follow from a plan that could not be read."""
    is_sound = cache(partial(has_sound_plan, book))
    is_planned = reading.kind in _PLANNED and not WORK.keys().isdisjoint(reading.condition.names)
    return (record for record in records if not is_planned or is_sound(record.project or ""))


def _fault(reading: Reading, record: Record, values: Mapping[str, object], finder: Finder) -> Fault:
    """The fault of a record, in the place of the first of its values that the condition names."""
    texts = (reading.own.message, reading.own.cure)
    slots = dict.fromkeys(SLOT.findall(" ".join(texts)))
    told = {name: shown(find(record)) for name, find in finder.finds(reading.kind, slots)}
    own = attributes(reading.kind)
    path = next(((name,) for name, value in values.items() if name in own and value), ())
    message, cure = (SLOT.sub(lambda slot: told[slot[1]], text) for text in texts)
    return Fault.at(record, *path, message=message, cure=cure)


def _failure(
    settings: Settings, reading: Reading, record: Record, values: Mapping[str, object], said: str
) -> Fault:
    message, cure = why_failed(said, values, inner_names(reading.kind))
    place = settings.place("rules", "own", reading.code, "when")
    return Fault(place, f"{reading.code} has no answer for {record.address}: {message}", cure, code=FAILED)
