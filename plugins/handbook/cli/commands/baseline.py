"""``handbook baseline``: what is agreed today, kept to compare with."""

from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import figure, listed
from handbook.cli.opening import PROJECTS, asked, day, opened
from handbook.cli.project import charter_of
from handbook.cli.writing import replace
from handbook.exchange.baseline import baseline_text, contained_changes, moved
from handbook.problems import Severity
from handbook.records.kinds.baseline import Baseline
from handbook.records.types.identifier import is_dated_id, is_id, is_month_id

if TYPE_CHECKING:
    from handbook.loading.loaded import Loaded
    from handbook.records.kinds.project import Project

_OTHERS = (".", ":(exclude,glob)**/baselines/**")
"""The records in a command of git, without baselines: they are made of the others."""


def _name(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if is_id(value) or is_month_id(value) or is_dated_id(value):
        return value
    raise click.BadParameter(f"expected a name like 2026-03, 2026-03-31 or start, found '{value}'")


@click.command()
@click.argument("name", callback=_name)
@click.argument("project")
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option(
    "--status-date",
    type=day,
    metavar="DAY",
    help="The day it is taken on: commit, today, or a date; goes before the settings.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Write it though there is one of this name, or though no change was approved.",
)
def command(name: str, project: str, root: Path, status_date: str | date | None, *, force: bool) -> None:
    """Keep the dates, effort and cost of PROJECT as they are now, as its baseline NAME.

    Writes 'baselines/NAME.yml' in the folder of the project. A baseline is frozen: one that is there is left
    alone unless --force is given, and none is written that moves what was agreed before while no change was
    approved. Exits with 0 if it was written, with 1 if the records have errors, the plan has faults, there is
    such a baseline or nobody approved what it moves, and with 2 if there is no such project.
    """
    loaded = opened(root, None, status_date)
    charter = charter_of(loaded.book, project)
    portfolio = Portfolio(loaded.book)
    file = root / PurePosixPath(charter.origin.file).parent / "baselines" / f"{name}.yml"
    _refuse_faults(loaded, portfolio, charter)
    _refuse_frozen(portfolio, charter, name, file, force=force)
    _refuse_unapproved(portfolio, charter, name, force=force)
    _refuse_outside(root, file)
    text = baseline_text(portfolio, charter.id, name, _revision(root))
    replace(file, text)
    entries = len(portfolio.plan(charter.id).entries)
    click.echo(f"{file.as_posix()} written: {_told(portfolio, charter, name, entries)}")


def _refuse_faults(loaded: "Loaded", portfolio: Portfolio, charter: "Project") -> None:
    """A baseline of a plan that is not what it should be would be wrong for ever."""
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    if errors:
        raise click.ClickException(f"{figure(errors, 'error')} in the records – see 'handbook check'")
    faults = len(portfolio.plan(charter.id).faults)
    if faults:
        raise click.ClickException(
            f"{figure(faults, 'fault')} in the plan – see 'handbook plan {charter.id}'"
        )


def _refuse_frozen(portfolio: Portfolio, charter: "Project", name: str, file: Path, *, force: bool) -> None:
    known = portfolio.book.get(Baseline, name, charter.id)
    if known is not None and Path(known.origin.file).name != file.name:
        raise click.ClickException(f"baseline {known.id} stands in {known.origin.file} – choose another name")
    if (known is not None or file.exists()) and not force:
        raise click.ClickException(
            f"{file.as_posix()} is there, and a baseline is frozen – choose another name, or --force"
        )


def _refuse_unapproved(portfolio: Portfolio, charter: "Project", name: str, *, force: bool) -> None:
    """What was agreed changes with an approved change: a new baseline must not hide that work is late."""
    others = moved(portfolio, charter.id, name)
    if others and not contained_changes(portfolio, charter.id, name) and not force:
        raise click.ClickException(
            f"{figure(len(others), 'entry', 'entries')} would differ from the baseline before, and no change "
            "was approved since – have one approved, or --force"
        )


def _refuse_outside(root: Path, file: Path) -> None:
    """A link in the folder of a project must not lead a writer out of the handbook."""
    if not file.resolve().is_relative_to((root / PROJECTS).resolve()):
        raise click.ClickException(f"{file.as_posix()} leads out of the folder '{PROJECTS}'")


def _revision(root: Path) -> str:
    """The last commit to the records; empty, with a note, if they differ from it or there is none."""
    folder = root / PROJECTS
    found = asked(("git", "log", "-1", "--format=%h", "--abbrev=10", "--", *_OTHERS), folder).strip()
    if found and not asked(("git", "status", "--porcelain", "--", *_OTHERS), folder).strip():
        return found
    why = f"the records differ from commit {found}" if found else "the records are not under version control"
    click.echo(f"note: {why}, so the baseline names no revision", err=True)
    return ""


def _told(portfolio: Portfolio, charter: "Project", name: str, entries: int) -> str:
    changes = [change.id for change in contained_changes(portfolio, charter.id, name)]
    told = figure(entries, "entry", "entries")
    return f"{told}, with {listed(changes)}" if changes else told
