"""``handbook health``: the DCMA 14-point assessment of a plan."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_points.point import Limit, Point
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
@click.pass_context
def command(
    ctx: click.Context,
    project: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    format_: str,
) -> None:
    """Assess the schedule of PROJECT by the 14 points of the DCMA.

    What needs a baseline is 'not evaluated' without one. Exits with 0 if no point fails, with 1 if any does,
    and with 2 if there is no such project.
    """
    loaded = opened(root, audience, status_date)
    portfolio = Portfolio(loaded.book)
    charter = charter_of(loaded.book, project)
    points = portfolio.schedule_health(charter.id)
    if format_ == "json":
        told = {
            "project": charter.id,
            "status_date": portfolio.status_date.isoformat(),
            "baseline": _baseline(portfolio, charter.id),
            "points": [_data(point) for point in points],
        }
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        click.echo(f"project      {charter.title} ({charter.id})")
        click.echo(f"status date  {dated(portfolio.status_date)}")
        click.echo(f"baseline     {_baseline(portfolio, charter.id) or 'none'}\n")
        click.echo(in_columns(COLUMNS, [_row(point) for point in points], _NUMBERS))
    ctx.exit(int(any(point.outcome == "failed" for point in points)))


def _baseline(portfolio: Portfolio, project: str) -> str | None:
    found = portfolio.baseline(project)
    return found.id if found else None


def _row(point: Point) -> tuple[str, ...]:
    value = "" if point.value is None else _figure(point, point.value)
    found = point.why or _named(point)
    return (f"{point.number}", point.name, point.outcome, value, _limit(point, point.limit), found)


def _figure(point: Point, value: float) -> str:
    if point.unit == "share":
        return f"{value:.0%}" if value in (0, 1) else f"{value:.1%}"
    return f"{value:.2f}" if point.unit == "ratio" else f"{value:g}"


def _limit(point: Point, limit: Limit | None) -> str:
    if limit is None:
        return ""
    told = f"{limit.value:.0%}" if point.unit == "share" else f"{limit.value:g}"
    return f"{'≥' if limit.at_least else '≤'} {told}"


def _named(point: Point) -> str:
    ids = _ids(point)
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return ", ".join(ids[:_MOST_NAMED]) + more


def _ids(point: Point) -> list[str]:
    return [entry.record.id for entry in point.offenders if not entry.record.withheld]


def _data(point: Point) -> dict[str, Any]:
    """A point as plain data: shares from 0 to 1, counts, ratios."""
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
    }
