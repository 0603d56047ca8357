"""``handbook agile``: velocity, flow, and the forecast of a backlog."""

import json
from datetime import date
from math import isfinite
from pathlib import Path

import click

from handbook.analysis.portfolio import Portfolio
from handbook.cli.agile import Question, agile, text
from handbook.cli.agile_data import data
from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.project import charter_of


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"expected a date like 2026-03-31, found '{value}'") from None


def _finite(ctx: click.Context, parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and not isfinite(value):
        raise click.BadParameter(f"expected a number like 120, found {value}")
    return value


@click.command()
@click.argument("project")
@asks_for_handbook
@click.option("--by", callback=_day, metavar="DAY", help="How many items will be done by this day.")
@click.option(
    "--items", type=click.IntRange(0, 100_000), metavar="NUMBER", help="So many, not all that are left."
)
@click.option(
    "--amount",
    type=click.FloatRange(0, 1e9),
    callback=_finite,
    metavar="NUMBER",
    help="When so much is done, in what iterations count, by their velocity.",
)
@click.option(
    "--last", type=click.IntRange(1, 100), default=6, show_default=True, help="Iterations looked back on."
)
@click.option(
    "--trials",
    type=click.IntRange(100, 1_000_000),
    default=10_000,
    show_default=True,
    help="Futures that are drawn.",
)
@click.option(
    "--seed", type=click.IntRange(0, 2**32 - 1), default=1, show_default=True, help="Of what is drawn."
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
def command(
    project: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    by: date | None,
    items: int | None,
    amount: float | None,
    last: int,
    trials: int,
    seed: int,
    format_: str,
) -> None:
    """Tell how fast PROJECT goes by its iterations and its backlog, and when what is left will be done.

    Exits with 0, and with 2 if there is no such project.
    """
    loaded = opened(root, audience, status_date)
    portfolio = Portfolio(loaded.book)
    charter = charter_of(loaded.book, project)
    if by is not None and by <= portfolio.status_date:
        expected = f"a day after the status date, {portfolio.status_date}"
        raise click.UsageError(f"expected {expected}, as --by, found {by}")
    found = agile(portfolio, charter, Question(items, amount, by, last, trials, seed))
    if format_ == "json":
        click.echo(json.dumps(data(found), indent=2, ensure_ascii=False))
    else:
        click.echo(text(found))
