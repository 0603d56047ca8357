"""``handbook whatif``: what moves if something changes."""

import json
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import day, opened

if TYPE_CHECKING:
    from handbook.analysis.what_if.scenario import Scenario


@click.command()
@click.argument("changes", nargs=-1, metavar="CHANGE...")
@click.option("--project", metavar="ID", help="The project that short addresses belong to.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds 'projects'; the current one if not given.",
)
@click.option("--audience", metavar="NAME", help="Read it as this circle of readers sees it.")
@click.option(
    "--status-date",
    type=day,
    metavar="DAY",
    help="The day it speaks of: commit, today, or a date; goes before the settings.",
)
@click.option("--level", is_flag=True, help="Level again what was levelled; needs OR-Tools.")
@click.option(
    "--limit",
    type=click.IntRange(1, 86_400),
    help="Seconds of computing time for --level; goes before the settings.",
)
@click.option("--forecast", is_flag=True, help="Tell how sure every promise is, before and after.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told."
)
@click.pass_context
def command(
    ctx: click.Context,
    changes: tuple[str, ...],
    project: str | None,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    limit: int | None,
    format_: str,
    *,
    level: bool,
    forecast: bool,
) -> None:
    """Tell what would move if each CHANGE were made: dates, promises, what is critical, cost.

    A change is a text such as "delay apollo/plan.build.api 10d"; several are made one after the other.
    Nothing is written. Exits with 0 if no promise breaks, with 1 if one does, and with 2 if a change cannot
    be read or tried. Without a change it lists what can be said.
    """
    from handbook.analysis.portfolio import Portfolio
    from handbook.analysis.what_if.change import BadChange
    from handbook.analysis.what_if.comparison import outcome
    from handbook.analysis.what_if.scenario import scenario
    from handbook.cli.project import charter_of
    from handbook.cli.tried import lines
    from handbook.cli.tried_data import data

    if not changes:
        _list()
        return
    if limit is not None and not level:
        raise click.UsageError("--limit is the time for levelling: add --level")
    book = opened(root, audience, status_date).book
    scope = charter_of(book, project).id if project else None
    try:
        tried = scenario(Portfolio(book), changes, scope)
    except BadChange as bad:
        raise click.UsageError(str(bad)) from None
    found = outcome(_levelled(tried, limit) if level else tried)
    if format_ == "json":
        click.echo(json.dumps(data(found, forecast=forecast), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(lines(found, forecast=forecast)))
    ctx.exit(int(found.breaks))


def _levelled(tried: "Scenario", limit: int | None) -> "Scenario":
    from handbook.analysis.what_if.levelled import levelled
    from handbook.cli.levelling import UNAVAILABLE
    from handbook.schedule import LevellingUnavailable

    if find_spec("ortools") is None:
        raise click.UsageError(UNAVAILABLE)
    try:
        return levelled(tried, limit)
    except LevellingUnavailable as broken:  # it is there, and cannot be loaded
        raise click.UsageError(str(broken)) from None


def _list() -> None:
    from handbook.analysis.what_if.words import verbs
    from handbook.cli.columns import in_columns

    click.echo(in_columns(("change", "what it means"), [(one.form, one.meaning) for one in verbs().values()]))
