"""Importing a plan of another scheduler: what is told of it, and the files that are written."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import PROJECTS
from handbook.records.types.identifier import is_id

if TYPE_CHECKING:
    from handbook.exchange.editing.saving import Change
    from handbook.exchange.plans.model import Note
    from handbook.exchange.plans.recording.record import Recorded
    from handbook.records.book import Book

_FOUND_LATER = ("REF", "PLAN", "TEXT")


def import_plan(
    file: Path,
    raw: bytes,
    format_: ModuleType,
    root: Path,
    project: str | None,
    given: Mapping[str, str],
    *,
    dry_run: bool,
) -> None:
    """Write the plan in ``file`` as a project, tell what became of it, and line by line what is not read."""
    from handbook.exchange.plans.recording.record import recorded
    from handbook.exchange.tables.table import CannotRead

    book = _book(root)
    try:
        plan = format_.read(raw)
    except CannotRead as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    name = _project(book, root, project, plan.title, file)
    _check_given(book, name, given)
    made = recorded(plan, book, name, given, _schema_line(root))
    _tell(file, made, name)
    if dry_run:
        for path, text in made.files.items():
            click.echo(f"\n{PROJECTS}/{path}\n{text}".rstrip("\n"))
        return
    _save(root, made)
    click.echo(f"written to {PROJECTS}/{name}")


def _book(root: Path) -> "Book":
    from datetime import date

    from handbook.loading.load import load

    if not (root / PROJECTS).is_dir():
        raise click.UsageError(
            f"no folder '{PROJECTS}' in '{root}' – say --root, or start one with 'handbook init'"
        )
    return load(root, status_date=date.min, projects=PROJECTS).book


def _project(book: "Book", root: Path, wanted: str | None, title: str, file: Path) -> str:
    """The project that the plan goes into; a new one if nothing is called so. It must have no plan yet."""
    from handbook.exchange.editing.ids import word_id

    name = wanted or word_id(title, [one.id for one in book.projects]) or word_id(file.stem)
    if not is_id(name):
        raise click.UsageError(f"expected an id like apollo for the project, found '{name}'")
    known = book.project(name)
    name = known.id if known else name
    if (root / PROJECTS / name / "plan.yml").exists() or (root / PROJECTS / name / "tasks").exists():
        raise click.ClickException(
            f"project '{name}' has a plan – say --project and a new name, or remove it first"
        )
    return name


def _check_given(book: "Book", project: str, given: Mapping[str, str]) -> None:
    from handbook.loading.marks import fields
    from handbook.records.kinds.project import Project

    if given and book.project(project):
        raise click.UsageError(f"--set is for the charter of a new project, and there is one of '{project}'")
    for name in given:
        if name not in fields(Project):
            raise click.UsageError(
                f"a project has no field '{name}' – the fields are {', '.join(fields(Project))}"
            )


def _schema_line(root: Path) -> str:
    """The line that names a schema, if the files of the handbook have one."""
    settings = root / PROJECTS / "handbook.yml"
    mark = "# yaml-language-server: $schema="
    has = settings.is_file() and mark.encode() in settings.read_bytes()[:4096]
    return f"{mark}../.schema/{{}}.json" if has else ""


def _tell(file: Path, made: "Recorded", project: str) -> None:
    counts = [
        f"{count} {kind if count == 1 else _many(kind)}" for kind, count in made.counts.items() if count
    ]
    click.echo(f"{file.name}: {', '.join(counts) or 'no tasks'} for project '{project}'")
    for text in _lines(file, made.notes):
        click.echo(text)


def _many(kind: str) -> str:
    return "people" if kind == "person" else f"{kind}s"


def _lines(file: Path, notes: "Iterable[Note]") -> Iterable[str]:
    return (
        f"{file.name}:{note.line}: {note.text}" if note.line else f"{file.name}: {note.text}"
        for note in notes
    )


def _save(root: Path, made: "Recorded") -> None:
    """Write all files, or none; what could not be read afterwards is not written."""
    from handbook.exchange.editing.editable import CannotEdit
    from handbook.exchange.editing.saving import save

    try:
        changes = _changes(root, made)
        _refuse_unreadable(root, changes)
        save(root, changes)
    except CannotEdit as error:
        raise click.ClickException(f"{error}") from error
    except OSError as error:
        raise click.ClickException(f"the records cannot be written: {error.strerror}") from error


def _changes(root: Path, made: "Recorded") -> "list[Change]":
    from handbook.exchange.editing.editable import CannotEdit, editable
    from handbook.exchange.editing.saving import Change
    from handbook.exchange.plans.recording.record import added
    from handbook.loading.limits import Limits

    changes = [Change(f"{PROJECTS}/{path}", None, text.encode()) for path, text in made.files.items()]
    most = Limits().file_bytes
    if large := next((one.file for one in changes if len(one.after or b"") > most), None):
        raise CannotEdit(f"'{large}' would be larger than the {most // 2**20} MiB that are read of a file")
    for name, records in made.additions.items():
        path = root / PROJECTS / name
        before = path.read_bytes() if path.is_file() else None
        text = editable(before or b"", is_markdown=False)
        changes.append(Change(f"{PROJECTS}/{name}", before, text.with_text(added(text.text, records))))
    return changes


def _refuse_unreadable(root: Path, changes: "list[Change]") -> None:
    """End the command with the first error that reading the new files would find."""
    from handbook.exchange.editing.editable import CannotEdit
    from handbook.exchange.editing.overlay import Overlay
    from handbook.loading.load import load_tree
    from handbook.loading.tree import Disk
    from handbook.problems import Severity

    new = {change.file for change in changes if change.before is None}
    for problem in load_tree(Overlay(Disk(root), changes), projects=PROJECTS).problems:
        is_ours = problem.place.file in new and not problem.code.startswith(_FOUND_LATER)
        if is_ours and problem.severity is Severity.ERROR:
            raise CannotEdit(f"{problem.place.file}:{problem.place.line}: {problem.code} {problem.message}")
