"""``handbook rename``: another id for a record, wherever it is written."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import PROJECTS
from handbook.cli.seen import seen_from_here

if TYPE_CHECKING:
    from handbook.exchange.renaming.rename import Renaming
    from handbook.records.book import Book

_PAGES = "docs"


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option("--project", metavar="ID", help="The project that OLD is seen from.")
@click.option(
    "--pages",
    multiple=True,
    default=(_PAGES,),
    show_default=True,
    help="A folder of other pages.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
def command(
    old: str, new: str, root: Path, project: str | None, pages: tuple[str, ...], dry_run: bool
) -> None:
    """Give the record OLD the id NEW in the handbook in ROOT: in its file, and wherever it is named.

    OLD is an address: R-7, apollo/R-7, @ana, apollo/plan.build.api, or a project. What is called after it –
    the tasks inside a task – is renamed with it. Nothing but ids changes; all files are written, or none.
    """
    from handbook.exchange.editing.editable import CannotEdit
    from handbook.exchange.editing.saving import save
    from handbook.exchange.renaming.markdown import Markdown
    from handbook.exchange.renaming.rename import rename
    from handbook.loading.load import load
    from handbook.loading.tree import Disk
    from handbook.pages.fences import WORD, fences
    from handbook.pages.references import references

    loaded = load(root, projects=PROJECTS)
    try:
        renaming = rename(
            loaded,
            Disk(root),
            old,
            new,
            markdown=Markdown(references, fences, WORD),
            pages=list(_pages(root, loaded.book, pages)),
            project=project,
            projects=PROJECTS,
        )
        if not dry_run:
            save(root, renaming.changes, renaming.moves)
    except CannotEdit as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"nothing is written: {error.strerror} ({error.filename})") from None
    _tell(renaming, root, dry_run=dry_run)


def _pages(root: Path, book: "Book", folders: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    """The Markdown files of the projects and of other folders, each with the project it belongs to."""
    inside = [(f"{PROJECTS}/{project.id}/pages", project.id) for project in book.projects]
    for folder, owner in [*inside, *((folder, None) for folder in folders)]:
        for path in sorted((root / folder).rglob("*.md")):
            if path.is_file() and path.resolve().is_relative_to(root.resolve()):
                yield path.relative_to(root).as_posix(), owner


def _tell(renaming: "Renaming", root: Path, *, dry_run: bool) -> None:
    for move in renaming.moves:
        click.echo(f"{seen_from_here(move.old, root)} -> {seen_from_here(move.new, root)}")
    former = {change.file: change.before for change in renaming.changes}
    written = [change for change in renaming.changes if change.after is not None]
    for change in written:
        source = renaming.names.get(change.file, change.file)
        before, name = seen_from_here(source, root), seen_from_here(change.file, root)
        if dry_run:
            old, new = ((raw or b"").decode() for raw in (former[source], change.after))
            lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), before, name)
            click.echo("".join(lines), nl=False)
        if before != name or not dry_run:
            click.echo(name if before == name else f"{before} -> {name}")
    target = renaming.target
    told = f"{target.record.address} {'would be' if dry_run else 'is'} {target.address(target.record)}"
    click.echo(f"{told}, in {len(written)} {'file' if len(written) == 1 else 'files'}", err=True)
