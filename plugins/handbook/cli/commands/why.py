"""``handbook why``: why a date is what it is, and what would bring it in."""

import json
from datetime import date
from pathlib import Path

import click

from handbook.cli.opening import asks_for_handbook, opened
from handbook.records.types.duration import Duration


def _duration(text: str) -> Duration:
    from pydantic_core import PydanticCustomError

    from handbook.records.types.duration import read_duration

    try:
        return read_duration(text)
    except PydanticCustomError:
        raise click.BadParameter(f"expected a duration like 1w or 3d, found '{text}'") from None


@click.command()
@click.argument("address")
@asks_for_handbook
@click.option("--by", type=_duration, default="1w", metavar="TIME", help="How much to bring it in by.")
@click.option("--paths", type=click.IntRange(1, 50), default=4, help="How many paths to tell.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
def command(
    address: str,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    by: Duration,
    paths: int,
    format_: str,
) -> None:
    """Tell why the task or milestone ADDRESS is finished when it is.

    The chain of work, lags, holidays and leave back to its cause; the paths that come next to it, with their
    float to it; and what would bring it in, measured by planning again. Exits with 2 if there is no such task
    or milestone, or no date for it.
    """
    from handbook.analysis.explained.explanation import explanation
    from handbook.analysis.portfolio import Portfolio
    from handbook.analysis.what_if.addressed import addressed
    from handbook.analysis.what_if.change import BadChange
    from handbook.cli.explained import data, lines
    from handbook.records.kinds.milestone import Milestone
    from handbook.records.kinds.task import Task

    book = opened(root, audience, status_date).book
    try:
        item = addressed(book, address, None, ("task", "milestone"))
    except BadChange as bad:
        raise click.UsageError(str(bad)) from None
    found = explanation(Portfolio(book), item, by, paths) if isinstance(item, Task | Milestone) else None
    if found is None:
        raise click.UsageError(f"{address} has no date: nothing says when it is reached")
    if format_ == "json":
        click.echo(json.dumps(data(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(lines(found)))
