"""``handbook level``: a schedule in which nobody is needed twice at once."""

import json
from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import PROJECTS, day, opened
from handbook.cli.project import charter_of
from handbook.cli.writing import replace
from handbook.problems import Severity

if TYPE_CHECKING:
    from handbook.planning.levelling.outcome import Outcome
    from handbook.records.book import Book


@click.command()
@click.argument("projects", metavar="[PROJECT]...", nargs=-1)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds 'projects'; this one if none is named.",
)
@click.option(
    "--write", is_flag=True, help="Keep the schedule: 'levelled.yml' in the folder of each project."
)
@click.option(
    "--limit", type=click.IntRange(1, 86_400), help="Seconds of computing time; goes before the settings."
)
@click.option(
    "--seed", type=click.IntRange(0, 2_147_483_647), help="What chance starts from; goes before the settings."
)
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
    projects: tuple[str, ...],
    root: Path,
    limit: int | None,
    seed: int | None,
    status_date: str | date | None,
    format_: str,
    *,
    write: bool,
) -> None:
    """Find a schedule for PROJECTs in which nobody is needed twice at once.

    Projects that share people are levelled together; all open ones, if none is named. Nothing is written
    without --write. Exits with 0 if the plans are as the schedule found says, or it was written, with 1 if
    something moves or somebody has too much even so, and with 2 if there is no such project.
    """
    if find_spec("ortools") is None:
        from handbook.cli.levelling import UNAVAILABLE

        raise click.ClickException(UNAVAILABLE)
    loaded = opened(root, None, status_date)
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    if errors and write:
        raise click.ClickException(f"{errors} errors in the records – see 'handbook check'")
    charters = [charter_of(loaded.book, project).id for project in projects]
    found = _levelled(loaded.book, charters, limit, seed)
    _tell(found, format_)
    if write:
        _write(loaded.book, root, found)
    ctx.exit(int(any(one.notes or (one.moves and not write) for one in found)))


def _levelled(book: "Book", projects: Sequence[str], limit: int | None, seed: int | None) -> "list[Outcome]":
    from handbook.planning.levelling.level import level
    from handbook.planning.levelling.solving import solver
    from handbook.schedule import LevellingUnavailable

    settings = book.settings.schedule.levelling
    chosen = settings.seed if seed is None else seed
    try:
        return list(level(book, projects, solver(book, limit or settings.limit, chosen), chosen))
    except LevellingUnavailable as broken:  # it is there, and cannot be loaded
        raise click.ClickException(str(broken)) from None


def _tell(found: "Sequence[Outcome]", format_: str) -> None:
    from handbook.cli.levelling import data, told

    if format_ == "json":
        click.echo(json.dumps(data(found), indent=2, ensure_ascii=False))
        return
    if not found:
        click.echo("nobody has anything to do")
    for number, one in enumerate(found):
        click.echo(("\n" if number else "") + "\n".join(told(one)))


def _write(book: "Book", root: Path, found: "Sequence[Outcome]") -> None:
    """Write each schedule whole or not at all, and only if it says something new."""
    from handbook.exchange.levelled import levelled_text

    for one in found:
        for project, schedule in one.schedules.items():
            charter = charter_of(book, project)
            file = root / PurePosixPath(charter.origin.file).parent / "levelled.yml"
            if not file.resolve().is_relative_to((root / PROJECTS).resolve()):
                raise click.ClickException(f"{file.as_posix()} leads out of the folder '{PROJECTS}'")
            replace(file, _schema_line(file) + levelled_text(schedule))
            click.echo(f"{file.as_posix()} written: {len(schedule.entries)} tasks", err=True)


def _schema_line(file: Path) -> str:
    """The line by which editors find the schema of the file that is there; empty if it has none."""
    try:
        first = file.read_text("utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError):
        return ""
    return f"{first}\n" if first.startswith("# yaml-language-server:") else ""
