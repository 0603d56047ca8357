"""Change requests as rules look at them: those of open projects, and the fields they alter."""

from collections.abc import Iterator

from handbook.analysis.change_control import Altered, altered, measure_of
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.written import Measure
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.records.kinds.change import Change
from handbook.records.types.fault import shown


def field_fault(one: Altered, value: object, found: str, cure: str, *path: str) -> Fault:
    """The fault of a record that does not hold ``value`` in a field that a change alters.

    ``found`` says what it holds instead; ``path`` leads to the part of the alteration that is at fault.
    """
    expected = f"expected {shown(value)} in {one.field.field} of '{one.record.id}'"
    return Fault.at(one.change, "changes", one.at, *path, message=f"{expected}{found}", cure=cure)


def open_changes(portfolio: Portfolio) -> Iterator[Change]:
    """The change requests of open projects that wait for a decision, or were put off."""
    for change in open_records(portfolio.book, Change):
        if change.decision in (None, "deferred"):
            yield change


def fields_of(portfolio: Portfolio, change: Change) -> Iterator[tuple[Altered, Measure]]:
    """The fields that a change request alters, each with what units mean in its project."""
    for one in altered(portfolio.book, change):
        project = one.record.project or change.project or ""
        yield one, measure_of(portfolio.book, portfolio.plan(project), project)
