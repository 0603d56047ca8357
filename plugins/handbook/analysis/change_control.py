"""Change control: what change requests say of fields, and whether the records agree."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.analysis.baselines import approved_changes
from handbook.analysis.written import Measure, holds
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.change import Change, FieldChange
from handbook.records.record import Record


class Altered(NamedTuple):
    """One field that a change request alters: the request, the index of the field in it, and its record."""

    change: Change
    at: int
    record: Record

    @property
    def field(self) -> FieldChange:
        """What is written of the field."""
        return self.change.changes[self.at]

    @property
    def key(self) -> tuple[str, str]:
        """Address and field: equal for changes of the same thing."""
        return self.record.address.casefold(), self.field.field.casefold()


def altered(book: Book, change: Change) -> Iterator[Altered]:
    """The fields that a change request alters, of records that are there and may be read."""
    for at, one in enumerate(change.changes):
        record = book.find(one.record, change.project)
        if record is not None and not record.withheld and not _is_impaired(book, record):
            yield Altered(change, at, record)


def in_force(book: Book, project: str) -> dict[tuple[str, str], Altered]:
    """By address and field, what was approved last."""
    return {one.key: one for change in approved_changes(book, project) for one in altered(book, change)}


def named_by_changes(book: Book, project: str) -> frozenset[str]:
    """The ids, in lower case, of all tasks and milestones that an approved change adds, alters or removes."""
    found: set[str] = set()
    for change in approved_changes(book, project):
        found.update(name.casefold() for name in (*change.adds, *change.removes))
        found.update(one.record.casefold().removeprefix("plan.") for one in change.changes)
    return frozenset(name.rpartition("/")[2].removeprefix("plan.") for name in found)


def measure_of(book: Book, plan: Plan, project: str) -> Measure:
    """What a day, a week and a sum without currency are in a project."""
    charter = book.project(project)
    currency = (charter.currency if charter else None) or book.settings.currency
    return Measure(plan.day_minutes, plan.week_minutes, currency)


def holds_new(one: Altered, measure: Measure) -> bool | None:
    """Whether the field holds what the request wants; None if that cannot be compared."""
    return holds(one.record, one.field.field, one.field.to, measure)


def holds_old(one: Altered, measure: Measure) -> bool | None:
    """Whether the field still holds what the request found; None if it does not say, or is not comparable."""
    return holds(one.record, one.field.field, one.field.from_, measure) if one.field.from_ else None


def _is_impaired(book: Book, record: Record) -> bool:
    """Whether a record was read without a field that was wrong."""
    return f"{record.project or ''}/{record.id}".casefold() in book.impaired
