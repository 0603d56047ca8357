"""``handbook health``: the DCMA 14-point assessment of a plan."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from handbook.analysis.health_trend import HealthThen
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.point import Point
from handbook.analysis.schedule_points.telling import limit, told
from handbook.analysis.words import dated
from handbook.cli.columns import in_columns
from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.project import charter_of

COLUMNS = ("", "point", "outcome", "value", "limit", "found in")
_NUMBERS = frozenset({"", "value", "limit"})
_MOST_NAMED = 3


@click.command()
@click.argument("project")
@asks_for_handbook
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
@click.option("--trend", is_flag=True, help="Also the values at each baseline that keeps them.")
@click.option(
    "--all", "everything", is_flag=True, help="Name all tasks that were found, not only the first three."
)
@click.pass_context
def command(
    ctx: click.Context,
    project: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    format_: str,
    *,
    trend: bool,
    everything: bool,
) -> None:
    """Assess the schedule of PROJECT by the 14 points of the DCMA.

    What needs a baseline is 'not evaluated' without one. Exits with 0 if no point fails, with 1 if any does,
    and with 2 if there is no such project.
    """
    loaded = opened(root, audience, status_date)
    portfolio = Portfolio(loaded.book)
    charter = charter_of(loaded.book, project)
    points, then = portfolio.schedule_health(charter.id), portfolio.health_trend(charter.id)
    if format_ == "json":
        found = {
            "project": charter.id,
            "status_date": portfolio.status_date.isoformat(),
            "baseline": _baseline(portfolio, charter.id),
            "points": [_data(point, then) for point in points],
        }
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        click.echo(f"project      {charter.title} ({charter.id})")
        click.echo(f"status date  {dated(portfolio.status_date)}")
        click.echo(f"baseline     {_baseline(portfolio, charter.id) or 'none'}\n")
        shown = then if trend else ()
        heads = (*COLUMNS[:3], *(one.baseline.id for one in shown), *COLUMNS[3:])
        rows = [_row(point, shown, len(point.offenders) if everything else _MOST_NAMED) for point in points]
        numbers = _NUMBERS.union(one.baseline.id for one in shown)
        click.echo(in_columns(heads, rows, numbers))
    ctx.exit(int(any(point.outcome == "failed" for point in points)))


def _baseline(portfolio: Portfolio, project: str) -> str | None:
    found = portfolio.baseline(project)
    return found.id if found else None


def _row(point: Point, then: Sequence[HealthThen], most: int) -> tuple[str, ...]:
    found = point.why or _named(point, most)
    past = (told(point, one.points[point.number - 1].value) for one in then)
    return (
        f"{point.number}",
        point.name,
        point.outcome,
        *past,
        told(point, point.value),
        limit(point),
        found,
    )


def _named(point: Point, most: int) -> str:
    ids = _ids(point)
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more


def _ids(point: Point) -> list[str]:
    return [entry.record.id for entry in point.offenders if not entry.record.withheld]


def _data(point: Point, then: Sequence[HealthThen]) -> dict[str, Any]:
    """A point as plain data: shares from 0 to 1, counts, ratios; what it was when baselines were taken."""
    limit = point.limit
    return {
        "number": point.number,
        "name": point.name,
        "outcome": point.outcome,
        "unit": point.unit,
        "value": None if point.value is None else round(point.value, 4),
        "limit": None if limit is None else {"at_least" if limit.at_least else "at_most": limit.value},
        "of": point.total,
        "found_in": [entry.record.address for entry in point.offenders if not entry.record.withheld],
        "why": point.why,
        "trend": {one.baseline.id: one.points[point.number - 1].value for one in then},
    }
