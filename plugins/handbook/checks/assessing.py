"""Points of the schedule assessment as faults: one for each point of a project that fails."""

from collections.abc import Callable, Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.planning.plan import Entry
from handbook.records.record import Part

_MOST_NAMED = 3


class Asked(Part):
    """Of which plans a point is asked: in a short one, one task is a large share."""

    tasks: int = Field(20, ge=1, description="Tasks to be done from which on it is asked.")


def assessed(
    portfolio: Portfolio, asked: Asked, test: Callable[[Ground], Point], cure: str
) -> Iterator[Fault]:
    """The failure of one point in each open project, in the place of the first task that it counts.

    What was not evaluated has not failed.
    """
    for project in planned_projects(portfolio.book):
        ground = portfolio.schedule(project.id)
        if len(ground.base) < asked.tasks:
            continue
        point = test(ground)
        shown = [entry for entry in point.offenders if not entry.record.withheld]
        if point.outcome == "failed":
            record = shown[0].record if shown else project
            yield Fault.at(record, message=f"{_expected(point)}, {_found(point, shown)}", cure=cure)


def _expected(point: Point) -> str:
    limit = point.limit or Limit(0)
    bound = "at least" if limit.at_least else "at most"
    if point.unit == "ratio":
        return f"expected a {point.subject} of {bound} {limit.value:g}"
    if point.unit == "share":
        return f"expected a share of {bound} {limit.value:.0%} for {point.subject}"
    return (
        f"expected {bound} {limit.value:g} {point.subject}" if limit.value else f"expected no {point.subject}"
    )


def _found(point: Point, shown: list[Entry]) -> str:
    value = point.value or 0
    names = f": {named(shown)}" if shown else ""
    if point.unit == "ratio":
        return f"found {value:.2f}{names}"
    if point.unit == "share":
        return f"found {value:.1%}{names}"
    return f"found {value:g}{names}"


def named(entries: list[Entry]) -> str:
    """The first ids, and how many more there are."""
    names = ", ".join(f"'{entry.record.id}'" for entry in entries[:_MOST_NAMED])
    more = len(entries) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names
