"""``handbook schema``: JSON Schema of the files of records, for editors."""

from pathlib import Path

import click

from handbook.cli.opening import PROJECTS


@click.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option("--ids", is_flag=True, help="Offer known people, roles, teams and calendars in editors.")
@click.option("--lines", is_flag=True, help="Name its schema at the top of each YAML file.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a schema is missing or old.")
@click.pass_context
def command(ctx: click.Context, root: Path, ids: bool, lines: bool, check: bool) -> None:
    """Write the schemas of all files of records into projects/.schema of the handbook in ROOT.

    Editors that know YAML complete fields and values with them, and explain them. Exits with 0, or with 1 if
    --check finds a schema that is not as it would be written.
    """
    from handbook.exchange.schemas.folder import FOLDER, known_ids, schema_texts
    from handbook.loading.load import load

    folder = root / PROJECTS / FOLDER
    texts = schema_texts(known_ids(load(root, projects=PROJECTS).book) if ids else {})
    stale = [name for name, text in texts.items() if _read(folder / name) != text]
    if check:
        for name in stale:
            click.echo(f"{(folder / name).as_posix()}: not as 'handbook schema' writes it")
        ctx.exit(int(bool(stale)))
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (folder / name).write_text(texts[name], encoding="utf-8")
    click.echo(f"{len(texts)} schemas in {folder.as_posix()}, {len(stale)} written")
    if lines:
        click.echo(f"{_add_lines(root)} files now name their schema")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _add_lines(root: Path) -> int:
    """Put schema lines into the files of the handbook; how many files that changed."""
    from handbook.exchange.schemas.folder import schema_line
    from handbook.loading.layout import survey
    from handbook.loading.tree import Disk

    changed = 0
    for sheet in survey(Disk(root), PROJECTS).sheets:
        if not sheet.is_markdown:
            changed += _add_line(root / sheet.file, schema_line(sheet, PROJECTS))
    return changed


def _add_line(file: Path, line: str) -> bool:
    """Put a line into one file, if it is text and has another or none; whether the file changed."""
    from handbook.exchange.schemas.folder import with_schema_line

    try:
        before = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):  # 'handbook check' tells
        return False
    after = with_schema_line(before, line)
    if after != before:
        file.write_bytes(after.encode())
    return after != before
