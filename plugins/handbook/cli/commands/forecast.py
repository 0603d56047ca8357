"""``handbook forecast``: how sure dates and cost are."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from handbook.analysis.forecast.forecast import CostOutlook, Forecast, Luck, Outlook
from handbook.analysis.forecast.plain import to_dict
from handbook.analysis.forecast.wording import basis, chance, error, influence, luck, money_basis, plan_kept
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.addressed import addressed
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.words import dated
from handbook.cli.columns import in_columns
from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.project import charter_of
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project

_DATES = ("", "due", "plan", "P10", "P50", "P80", "P90", "chance")
_DRIVERS = ("days", "from", "to", "critical", "cruciality", "probability")
_NUMBERS = frozenset({"chance", *_DRIVERS})
_MOST_DRIVERS = 10


@click.command()
@click.argument("address")
@asks_for_handbook
@click.option("--runs", type=click.IntRange(100, 100_000), help="How many times the plan is played through.")
@click.option("--seed", type=click.IntRange(0, 2_147_483_647), help="What chance starts from.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
@click.pass_context
def command(
    ctx: click.Context,
    address: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    runs: int | None,
    seed: int | None,
    format_: str,
) -> None:
    """Say how sure the dates and the cost of ADDRESS, a project, are, by playing its plan through many times.

    Where ADDRESS is a milestone, as in apollo/M-2, what moves it is told. Estimates in three points and risks
    with delays differ from run to run; the same seed gives the same figures. Runs and seed are those of the
    settings unless given. Exits with 0, with 1 if nothing is uncertain, and with 2 if there is no such
    project or milestone.
    """
    portfolio = Portfolio(opened(root, audience, status_date).book)
    charter, milestone = _asked(portfolio.book, address)
    settings = portfolio.book.settings.schedule.forecast
    luck = Luck(runs or settings.runs, settings.seed if seed is None else seed)
    found = portfolio.forecast(charter.id, luck, milestone.id if milestone else "")
    if format_ == "json":
        click.echo(json.dumps(to_dict(found) if found else None, indent=2, ensure_ascii=False))
    elif found is None:
        click.echo(_nothing(charter, milestone))
    else:
        click.echo("\n".join(_lines(portfolio, charter.title, found)))
    ctx.exit(0 if found else 1)


def _asked(book: Book, address: str) -> tuple[Project, Milestone | None]:
    """The project that an address is about, and the milestone if it names one."""
    if "/" not in address:
        return charter_of(book, address), None
    try:
        milestone = addressed(book, address, None, (Milestone.kind,))
    except BadChange as bad:
        raise click.UsageError(str(bad)) from None
    charter = charter_of(book, milestone.project or "")
    return charter, milestone if isinstance(milestone, Milestone) else None


def _nothing(charter: Project, milestone: Milestone | None) -> str:
    if milestone is not None and milestone.reached:
        return f"nothing to forecast: {milestone.address} was reached on {dated(milestone.reached)}"
    return (
        f"nothing to forecast in {charter.id}: no open task has an estimate in three points, "
        "and no open risk says what it would delay"
    )


def _lines(portfolio: Portfolio, title: str, found: Forecast) -> Iterator[str]:
    one = found.outlook
    yield f"project      {title} ({found.project})"
    if one.address:
        record = portfolio.book.find(one.address)
        yield f"milestone    {record.label if record else ''} ({one.address})"
    yield f"status date  {dated(found.status_date)}"
    yield f"{'reached' if one.address else 'finish'}".ljust(13) + f"80% sure by {dated(one.p80)}"
    if one.planned and plan_kept(one):
        yield f"plan         {dated(one.planned)}, {plan_kept(one)}"
    yield f"made of      {basis(found)}"
    yield f"chance       {luck(found)}"
    if precise := error(found, found.status_date):
        yield f"precision    {precise}"
    yield ""
    rows = [_row("finish", found.finish), *(_row(_id(one), one) for one in found.milestones)]
    yield in_columns(_DATES, [_row(_id(one), one)] if one.address else rows, _NUMBERS)
    if found.influences:
        moved = f"what moves {_id(one) or 'the finish'}"
        yield "\n" + in_columns((moved, *_DRIVERS), list(_drivers(portfolio, found)), _NUMBERS)
    elif one.address:
        yield "\nnothing moves it beyond doubt"
    if found.cost and not one.address:
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
    spent = "" if cost.spent is None else f"; {_sum(cost.spent)} spent so far"
    yield f"cost         {told} {cost.currency}{spent}"
    yield f"counted      {money_basis(cost)}"
    limit, name = ("planned cost", "planned") if cost.budget is None else ("budget", "budget")
    yield f"{name.ljust(12)} {_sum(cost.limit)} {cost.currency}, kept with a chance of {chance(cost.chance)}"
    if cost.by and cost.together is not None:
        yield f"together     within the {limit} and by {dated(cost.by)}: {chance(cost.together)}"
    day, sum_ = cost.safe
    yield f"both safe    by {dated(day)} and for {_sum(sum_)} {cost.currency}: 80%"


def _sum(value: float) -> str:
    return f"{value:,.0f}".replace(",", " ")
