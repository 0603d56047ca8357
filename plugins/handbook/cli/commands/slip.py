"""``handbook slip``: how far a plan is from a baseline."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from handbook.analysis.baselines import Agreed
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.variance import Variance, unbaselined, unplanned
from handbook.analysis.words import dated, listed
from handbook.cli.columns import in_columns
from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.project import charter_of
from handbook.problems.nearest import did_you_mean

COLUMNS = ("what", "agreed", "expected", "start", "finish", "effort", "cost")
_NUMBERS = frozenset({"start", "finish", "effort", "cost"})


@click.command()
@click.argument("project")
@asks_for_handbook
@click.option("--against", metavar="NAME", help="The baseline; the one that holds if none is named.")
@click.option("--all", "everything", is_flag=True, help="Also what is as agreed.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
def command(
    project: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    against: str | None,
    format_: str,
    *,
    everything: bool,
) -> None:
    """Compare PROJECT with a baseline: start and finish in working days, effort in days, and cost.

    Positive is later, or more, than agreed. Exits with 0, with 1 if there is no baseline, and with 2 if there
    is no such project or baseline.
    """
    portfolio = Portfolio(opened(root, audience, status_date).book)
    charter = charter_of(portfolio.book, project)
    one = _chosen(portfolio, charter.id, against)
    found = portfolio.variances_from(charter.id, one.baseline)
    plan = portfolio.plan(charter.id)
    gone = unplanned(plan, one.baseline)
    new = [record.id for record in unbaselined(plan, one.baseline)]
    if format_ == "json":
        told = {
            "project": charter.id,
            "status_date": portfolio.status_date.isoformat(),
            "baseline": one.baseline.id,
            "variances": [_data(variance, plan.day_minutes) for variance in found],
            "gone": list(gone),
            "new": new,
        }
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    click.echo(f"project      {charter.title} ({charter.id})")
    click.echo(f"status date  {dated(portfolio.status_date)}")
    click.echo(f"baseline     {one.baseline.id} of {dated(one.baseline.date)}\n")
    shown = [_row(variance, plan.day_minutes) for variance in found if everything or variance.differs]
    click.echo(in_columns(COLUMNS, shown, _NUMBERS) if shown else "all is as agreed")
    for word, ids in (("gone", list(gone)), ("new", new)):
        if ids:
            click.echo(f"\n{word}: {listed(ids)}")


def _chosen(portfolio: Portfolio, project: str, against: str | None) -> Agreed:
    taken = portfolio.agreed(project)
    if not taken:
        raise click.ClickException(f"there is no baseline yet – 'handbook baseline NAME {project}' takes one")
    if against is None:
        return taken[-1]
    for one in taken:
        if one.baseline.id.casefold() == against.casefold():
            return one
    known = [one.baseline.id for one in taken]
    cure = did_you_mean(against, known) or f"the baselines are {', '.join(known)}"
    raise click.UsageError(f"unknown baseline '{against}' – {cure}")


def _row(one: Variance, day_minutes: int) -> tuple[str, ...]:
    record = one.entry.record
    effort = "" if not one.effort else f"{one.effort / day_minutes:+.1f}".removesuffix(".0")
    return (
        f"{'  ' * one.entry.depth}{record.id}",
        f"{one.baseline.finish}",
        f"{one.entry.finish.date()}",
        _days(0 if one.entry.is_milestone else one.start),
        _days(one.finish),
        effort,
        f"{one.cost:+,.0f}".replace(",", " ") if one.cost else "",
    )


def _days(days: int) -> str:
    return f"{days:+}" if days else ""


def _data(one: Variance, day_minutes: int) -> dict[str, Any]:
    """A variance as plain data: working days, days of effort, an amount of the project's currency."""
    return {
        "record": one.entry.record.address,
        "agreed": {"start": f"{one.baseline.start}", "finish": f"{one.baseline.finish}"},
        "expected": {"start": f"{one.entry.start.date()}", "finish": f"{one.entry.finish.date()}"},
        "start": one.start,
        "finish": one.finish,
        "effort": None if one.effort is None else round(one.effort / day_minutes, 2),
        "cost": None if one.cost is None else float(one.cost),
    }
