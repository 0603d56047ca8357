"""Opening a handbook from the command line: what is asked of the clock and of git is asked here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from handbook.loading.loaded import Loaded
    from handbook.loading.tree import Tree
    from handbook.problems import Place, Problem

PROJECTS = "projects"


def day(text: str) -> str | date:
    """The date that ``text`` says, or one of the words ``commit`` and ``today``."""
    if text in ("commit", "today"):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f"expected commit, today, or a date like 2026-03-31, found '{text}'"
        ) from None


def asks_for_handbook(command: Callable[..., None]) -> Callable[..., None]:
    """Give a word what `opened` needs to find a handbook: ``root``, ``audience`` and ``status_date``."""
    root = click.argument(
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
    )
    audience = click.option("--audience", metavar="NAME", help="Read it as this circle of readers sees it.")
    status_date = click.option(
        "--status-date",
        type=day,
        metavar="DAY",
        help="The day it speaks of: commit, today, or a date; goes before the settings.",
    )
    return root(audience(status_date(command)))


def opened(
    root: Path, audience: str | None, status_date: str | date | None, tree: "Tree | None" = None
) -> "Loaded":
    """The handbook in ``root``, speaking of the day that the command or its settings say.

    It is read through ``tree``, if one is given.
    """
    from handbook.loading.load import load_tree
    from handbook.loading.processes import LocalProcesses
    from handbook.loading.status_date import dated
    from handbook.loading.tree import Disk

    with LocalProcesses() as executor:
        loaded = load_tree(tree or Disk(root), audience=audience, projects=PROJECTS, executor=executor)
    return dated(loaded, day_of(status_date or loaded.book.settings.status_date, root))


def day_of(stated: str | date, root: Path) -> date:
    """The day that ``stated`` means for the handbook in ``root``; a remark tells if it had to be guessed."""
    from handbook.loading.status_date import status_date

    found = status_date(stated, root / PROJECTS, today=date.today, run=_run)
    if found.note:
        click.echo(f"note: {found.note}", err=True)
    return found.day


def from_here(root: Path) -> "Callable[[Problem], Problem]":
    """Gives a problem with the paths of its files as they are seen from the current folder."""
    near = place_from_here(root)

    def problem_from_here(problem: "Problem") -> "Problem":
        notes = tuple(note._replace(place=near(note.place)) for note in problem.notes)
        return replace(problem, place=near(problem.place), notes=notes)

    return problem_from_here


def place_from_here(root: Path) -> "Callable[[Place], Place]":
    """Gives a place with the path of its file as it is seen from the current folder."""
    here = Path.cwd()
    folder = (here / root).resolve()
    seen = folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.as_posix()
    return lambda place: place if seen == "." else place._replace(file=f"{seen}/{place.file}")


def asked(command: Sequence[str], folder: Path) -> str:
    """The output of a command; empty if there is no such command, or if it fails."""
    return _run(command, folder) or ""


def last_commit(root: Path) -> str:
    """The name of the last commit that changed the handbook in ``root``; empty without one."""
    return asked(
        ("git", "-c", "log.showSignature=false", "log", "-1", "--format=%H", "--", "."), root / PROJECTS
    )


def output_of(command: Sequence[str], folder: Path, given: bytes) -> bytes | None:
    """The output of a command that is given some input; None if there is no such command, or if it fails."""
    import subprocess

    try:
        done = subprocess.run(command, cwd=folder, input=given, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def _run(command: Sequence[str], folder: Path) -> str | None:
    """The output of a command; None if there is no such command or folder, or if it fails."""
    import subprocess  # many commands ask nobody

    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
