"""``handbook plan``: the timetable of a project."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from handbook.analysis.outlook import Dated, Outlook
from handbook.analysis.promise import promises
from handbook.analysis.words import figure
from handbook.cli.opening import asks_for_handbook, opened, place_from_here
from handbook.cli.project import charter_of
from handbook.cli.timetable import NUMBERS, Floats, aligned, columns, data, head, rows
from handbook.loading.uncollected import uncollected
from handbook.planning.plans import Plans
from handbook.problems import Place, Severity


@click.command()
@click.argument("project")
@asks_for_handbook
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How the plan is told."
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
    """Print the timetable of PROJECT in the handbook in ROOT, the folder that holds 'projects'.

    Days are working days. Exits with 0 if the plan has no fault, with 1 if it has, and with 2 if there is no
    such project.
    """
    with uncollected():
        loaded = opened(root, audience, status_date)
        charter, plans = charter_of(loaded.book, project), Plans(loaded.book)
        plan = plans[charter.id]
        case = Outlook(charter, plan, promises(loaded.book, charter, plan))
        floats = plans.portfolio_floats(charter.id)
        if format_ == "json":
            click.echo(json.dumps(data(case, floats), indent=2, ensure_ascii=False))
        else:
            _print(case, floats, place_from_here(root))
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    if errors:
        click.echo(f"note: {figure(errors, 'error')} in the records; see 'handbook check'", err=True)
    ctx.exit(1 if case.plan.faults else 0)


def _print(case: Dated, floats: Floats, near: Callable[[Place], Place]) -> None:
    """The head, the table, and the faults; a drawn table only where somebody looks at it.

    ``near`` gives a place as it is seen from the current folder.
    """
    width = max(len(name) for name, _ in head(case))
    for name, value in head(case):
        click.echo(f"{name.ljust(width)}  {value}")
    table = rows(case.plan, floats)
    if table and not _drawn(case, columns(floats), table):
        click.echo("\n" + aligned(table, floats))
    if case.plan.faults:
        click.echo()
    for fault in case.plan.faults:
        click.echo(f"{fault.kind}: {fault.text}")
        for wait in fault.waits:
            if wait.is_shown:
                click.echo(f"    {near(wait.place)}: {wait}")


def _drawn(case: Dated, heads: Sequence[str], table: Sequence[Sequence[str]]) -> bool:
    """Draw the table if this is a terminal, what is critical in red and summaries in bold; whether it is."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return False  # and nothing is imported that takes a terminal to be of use
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not console.is_terminal:
        return False
    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for name in heads:
        drawn.add_column(name, justify="right" if name in NUMBERS else "left", overflow="fold")
    for entry, row in zip(case.plan, table, strict=True):
        style = "dim" if entry.state == "done" else "red" if entry.critical else ""
        drawn.add_row(*(Text(cell, f"bold {style}" if entry.summary else style) for cell in row))
    console.print(drawn)
    return True
