"""``handbook forecast``: how sure dates and cost are."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from handbook.analysis.forecast.forecast import CostOutlook, Forecast, Luck, Outlook
from handbook.analysis.forecast.plain import to_dict
from handbook.analysis.forecast.wording import basis, chance, influence, luck
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import dated
from handbook.cli.columns import in_columns
from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.project import charter_of

_DATES = ("", "due", "plan", "P10", "P50", "P80", "P90", "chance")
_DRIVERS = ("what moves the finish", "days", "from", "to", "critical", "cruciality", "probability")
_NUMBERS = frozenset({"chance", *_DRIVERS[1:]})
_MOST_DRIVERS = 10


@click.command()
@click.argument("project")
@asks_for_handbook
@click.option("--runs", type=click.IntRange(100, 100_000), help="How many times the plan is played through.")
@click.option("--seed", type=click.IntRange(0, 2_147_483_647), help="What chance starts from.")
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
    runs: int | None,
    seed: int | None,
    format_: str,
) -> None:
    """Say how sure the dates and the cost of PROJECT are, by playing its plan through many times.

    Estimates in three points and risks with delays differ from run to run; the same seed gives the same
    figures. Runs and seed are those of the settings unless given. Exits with 0, with 1 if nothing in the
    project is uncertain, and with 2 if there is no such project.
    """
    portfolio = Portfolio(opened(root, audience, status_date).book)
    charter = charter_of(portfolio.book, project)
    settings = portfolio.book.settings.schedule.forecast
    luck = Luck(runs or settings.runs, settings.seed if seed is None else seed)
    found = portfolio.forecast(charter.id, luck)
    if format_ == "json":
        click.echo(json.dumps(to_dict(found) if found else None, indent=2, ensure_ascii=False))
    elif found is None:
        click.echo(
            f"nothing to forecast in {charter.id}: no open task has an estimate in three points, "
            "and no open risk says what it would delay"
        )
    else:
        click.echo("\n".join(_lines(portfolio, charter.title, found)))
    ctx.exit(0 if found else 1)


def _lines(portfolio: Portfolio, title: str, found: Forecast) -> Iterator[str]:
    yield f"project      {title} ({found.project})"
    yield f"status date  {dated(found.status_date)}"
    yield f"finish       80% sure by {dated(found.finish.p80)}"
    yield f"made of      {basis(found)}"
    yield f"chance       {luck(found)}\n"
    rows = [_row("finish", found.finish), *(_row(_id(one), one) for one in found.milestones)]
    yield in_columns(_DATES, rows, _NUMBERS)
    if found.influences:
        yield "\n" + in_columns(_DRIVERS, list(_drivers(portfolio, found)), _NUMBERS)
    if found.cost:
        yield "\n" + "\n".join(_money(found.cost))


def _id(one: Outlook) -> str:
    return one.address.rpartition("/")[2]


def _row(name: str, one: Outlook) -> tuple[str, ...]:
    dates = (one.due, one.planned, one.p10, one.p50, one.p80, one.p90)
    return (name, *(day.isoformat() if day else "" for day in dates), chance(one.chance))


def _drivers(portfolio: Portfolio, found: Forecast) -> Iterator[tuple[str, ...]]:
    for one in found.influences[:_MOST_DRIVERS]:
        yield (
            influence(portfolio.book, one),
            f"{one.swing:.1f}",
            f"{one.low:+.1f}",
            f"{one.high:+.1f}",
            chance(one.criticality),
            "" if one.cruciality is None else f"{one.cruciality:.2f}",
            chance(one.probability),
        )


def _money(cost: CostOutlook) -> Iterator[str]:
    sums = ((f"P{share}", getattr(cost, f"p{share}")) for share in (10, 50, 80, 90))
    told = ", ".join(f"{name} {_sum(value)}" for name, value in sums)
    yield f"cost         {told} {cost.currency}; {_sum(cost.spent)} spent so far"
    yield f"budget       {_sum(cost.budget)} {cost.currency}, kept with a chance of {chance(cost.chance)}"
    if cost.by and cost.together is not None:
        yield f"together     within the budget and by {dated(cost.by)}: {chance(cost.together)}"


def _sum(value: float) -> str:
    return f"{value:,.0f}".replace(",", " ")
