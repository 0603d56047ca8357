"""``handbook fmt``: files of records in one layout."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import PROJECTS
from handbook.cli.seen import seen_from_here

if TYPE_CHECKING:
    from handbook.exchange.editing.saving import Change
    from handbook.loading.layout import Sheet


@click.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is laid out otherwise.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--by-id", is_flag=True, help="Sort the records of registers by their ids.")
@click.pass_context
def command(
    ctx: click.Context, root: Path, files: tuple[Path, ...], check: bool, diff: bool, by_id: bool
) -> None:
    """Lay out the records in ROOT, the folder that holds 'projects', or only those in FILES.

    Fields take the order of the manual, everything is indented by two, and quotes go where nobody needs them.
    What records say never changes: a file that would say something else is left as it is, and told. Exits
    with 1 if --check finds a file to be laid out, or if one could not be.
    """
    from handbook.exchange.editing.saving import save

    sheets = list(_wanted(root, files))
    changes, failed = _changes(root, sheets, by_id=by_id)
    if not (check or diff):
        save(root, changes)
    for change in changes:
        name = seen_from_here(change.file, root)
        click.echo(_difference(change, name), nl=False) if diff else click.echo(name)
    word = "would be laid out" if check or diff else "laid out"
    click.echo(f"{len(changes)} of {len(sheets)} files {word}", err=True)
    ctx.exit(int(failed or (check and bool(changes))))


def _wanted(root: Path, files: tuple[Path, ...]) -> Iterator["Sheet"]:
    """The sheets of the handbook, or those of them that are named or lie in a folder that is."""
    from handbook.loading.layout import survey
    from handbook.loading.tree import Disk

    sheets = survey(Disk(root), PROJECTS).sheets
    if not files:
        yield from sheets
        return
    named = {file.resolve() for file in files}
    known = {(root / sheet.file).resolve(): sheet for sheet in sheets}
    for file in named:
        if file not in known and not any(path.is_relative_to(file) for path in known):
            raise click.UsageError(f"'{click.format_filename(file)}' is no file of records in '{root}'")
    for path, sheet in known.items():
        if any(path.is_relative_to(file) for file in named):
            yield sheet


def _changes(root: Path, sheets: list["Sheet"], *, by_id: bool) -> tuple[list["Change"], bool]:
    """What is to be written; files that cannot be laid out are told, and then the second is true."""
    from handbook.exchange.editing.editable import CannotEdit
    from handbook.exchange.editing.saving import Change
    from handbook.exchange.formatting.format import formatted
    from handbook.loading.limits import Limits
    from handbook.loading.tree import Disk, NotRegular, TooLarge

    tree, changes, failed = Disk(root), [], False
    for sheet in sheets:
        try:
            raw = tree.read(sheet.file, Limits().file_bytes)
            new = formatted(sheet, raw, by_id=by_id)
        except CannotEdit as error:
            failed = True
            click.echo(f"{seen_from_here(sheet.file, root)}:{error.line}: {error}", err=True)
        except (OSError, NotRegular, TooLarge):
            failed = True
            click.echo(f"{seen_from_here(sheet.file, root)}: it cannot be read", err=True)
        else:
            changes += [Change(sheet.file, raw, new)] if new != raw else []
    return changes, failed


def _difference(change: "Change", name: str) -> str:
    before, after = ((raw or b"").decode().splitlines(keepends=True) for raw in (change.before, change.after))
    return "".join(unified_diff(before, after, name, name))
