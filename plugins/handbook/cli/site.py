"""A handbook opened with its pages from the command line; one with errors ends the command."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import from_here
from handbook.publish.command import output_of

if TYPE_CHECKING:
    from handbook.pages.opening import Opened


def opened_site(
    root: Path, audience: str | None, status_date: str | date | None, templates: Path | None = None
) -> "Opened":
    """The handbook in ``root``. If it has errors they are told, and the command exits with 1."""
    from handbook.checks.reporters import text
    from handbook.pages.opening import Wanted, open_handbook
    from handbook.problems import Severity

    wanted = Wanted(root, audience=audience or "", status_date=status_date or "", templates=templates)
    handbook = open_handbook(wanted, today=date.today, run=output_of)
    if handbook.note:
        click.echo(f"note: {handbook.note}", err=True)
    faults = [problem for problem in handbook.problems if problem.fatal or problem.severity >= Severity.ERROR]
    if faults:
        click.echo(text.report(list(map(from_here(root), faults))), err=True, nl=False)
        raise SystemExit(1)
    return handbook
