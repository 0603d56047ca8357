"""``handbook value``: earned value and earned schedule of a project."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.analysis.accounts import By, put_together
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import dated
from handbook.cli import value
from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.project import charter_of
from handbook.records.kinds.budget import Budget

if TYPE_CHECKING:
    from handbook.analysis.cost import Cost


@click.command()
@click.argument("project")
@asks_for_handbook
@click.option(
    "--by",
    type=click.Choice(["account", "category", "work"]),
    default="account",
    help="What stands in a line: an account, a category of cost, a top task.",
)
@click.option("--trend", is_flag=True, help="Also the figures at the end of each month up to now.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
def command(
    project: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    by: By,
    format_: str,
    *,
    trend: bool,
) -> None:
    """Tell what was planned, earned and spent in PROJECT, and what all of it will cost.

    A dash stands for a figure that is not defined. Exits with 0, with 1 if there is no budget whose sums can
    be added up, and with 2 if there is no such project.
    """
    portfolio = Portfolio(opened(root, audience, status_date).book)
    charter = charter_of(portfolio.book, project)
    cost = portfolio.cost(charter.id)
    if cost is None:
        raise click.ClickException(_why(portfolio, charter.id))
    groups = put_together(cost, portfolio.plan(charter.id), by)
    months = portfolio.earned_trend(charter.id) if trend or format_ == "json" else ()
    baseline = portfolio.baseline(charter.id)
    if format_ == "json":
        about = {
            "project": charter.id,
            "status_date": portfolio.status_date.isoformat(),
            "baseline": baseline.id if baseline else None,
        }
        told = json.dumps({**about, **value.data(cost, groups, months)}, indent=2, ensure_ascii=False)
        click.echo(told)
        return
    click.echo(f"project      {charter.title} ({charter.id})")
    click.echo(f"status date  {dated(portfolio.status_date)}")
    click.echo(f"baseline     {baseline.id if baseline else 'none'}")
    click.echo(f"budget       {_base(cost)}\n")
    parts = [value.by_account(cost, groups), value.estimates(cost), value.schedule(cost)]
    click.echo("\n\n".join([*parts, *([value.trend(months)] if trend else [])]))


def _base(cost: "Cost") -> str:
    told = dict(value.base(cost))
    return (
        f"BAC {told['BAC']} + contingency {told['contingency']} = PMB {told['PMB']}, "
        f"+ management reserve {told['reserve']} = CBB {told['CBB']} {cost.currency}"
    )


def _why(portfolio: Portfolio, project: str) -> str:
    """Why there are no figures."""
    book = portfolio.book
    if book.get(Budget, Budget.kind, project) is not None:
        return "the sums of the budget cannot be added up – see 'handbook check --select COST'"
    if book.is_hidden(Budget.kind, project):
        return "the budget is not for this circle of readers – name another one with --audience"
    return f"no budget is recorded – add projects/{project}/budget.yml"
