"""``handbook whatif``: what moves if something changes."""

import json
from datetime import date
from pathlib import Path

import click

from handbook.cli.opening import day, opened


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
    format_: str,
) -> None:
    """Tell what would move if each CHANGE were made: dates, promises, what is critical.

    A change is a text such as "delay apollo/plan.build.api 10d"; several are made one after the other.
    Nothing is written. Exits with 0 if no promise breaks, with 1 if one does, and with 2 if a change cannot
    be read or tried. Without a change it lists what can be said.
    """
    from handbook.analysis.portfolio import Portfolio
    from handbook.analysis.what_if.change import BadChange
    from handbook.analysis.what_if.comparison import outcome
    from handbook.analysis.what_if.scenario import scenario
    from handbook.cli.project import charter_of
    from handbook.cli.tried import data, lines

    if not changes:
        _list()
        return
    book = opened(root, audience, status_date).book
    scope = charter_of(book, project).id if project else None
    try:
        found = outcome(scenario(Portfolio(book), changes, scope))
    except BadChange as bad:
        raise click.UsageError(str(bad)) from None
    if format_ == "json":
        click.echo(json.dumps(data(found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(lines(found)))
    ctx.exit(int(found.breaks))


def _list() -> None:
    from handbook.analysis.what_if.words import verbs
    from handbook.cli.columns import in_columns

    click.echo(in_columns(("change", "what it means"), [(one.form, one.meaning) for one in verbs().values()]))
