"""``handbook import``: registers and plans that people have already, as records."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from handbook.cli.opening import PROJECTS
from handbook.problems.nearest import did_you_mean

if TYPE_CHECKING:
    from handbook.exchange.importing.columns import Column
    from handbook.exchange.importing.imported import Imported
    from handbook.exchange.importing.rows import Wish
    from handbook.exchange.tables.table import Table
    from handbook.records.book import Book
    from handbook.records.kind import Kind


def _pairs(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    """``name=value`` pairs, given one by one or with commas between them."""
    found = {}
    for pair in (pair for text in value for pair in text.split(",")):
        name, equals, told = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"expected NAME=VALUE, found '{pair}'")
        found[name.strip()] = told.strip()
    return found


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", "kind_name", metavar="KIND", help="The kind of record that rows of a table are.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["mspdi", "psplib", "taskjuggler"]),
    help="The format of a plan, if its file does not tell.",
)
@click.option("--project", metavar="ID", help="The project they belong to; of a plan, the new one.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds 'projects'.",
)
@click.option(
    "--map",
    "given",
    multiple=True,
    callback=_pairs,
    metavar="COLUMN=FIELD",
    help="The field of a column; without a field it is left out.",
)
@click.option(
    "--set", "defaults", multiple=True, callback=_pairs, metavar="FIELD=VALUE", help="For rows without it."
)
@click.option("--table", "named", default="", metavar="NAME", help="The number or heading of the table.")
@click.option("--dates", type=click.Choice(["dmy", "mdy"]), help="Whether day or month comes first.")
@click.option("--dry-run", is_flag=True, help="Print the records and write nothing.")
def command(
    file: Path,
    kind_name: str | None,
    format_name: str | None,
    project: str | None,
    root: Path,
    given: dict[str, str],
    defaults: dict[str, str],
    named: str,
    dates: Literal["dmy", "mdy"] | None,
    dry_run: bool,
) -> None:
    """Add the rows of a table in FILE – .csv, .xlsx or .md – to a register, or a plan in FILE as a project.

    Names of columns are guessed; what is unclear is listed and kept in 'notes'; nothing is lost in silence.
    Plans are XML of Microsoft Project, PSPLIB's .sm, and TaskJuggler's .csv; what is not read of them is
    listed. Exits with 1 if nothing could be read or written, and with 2 for an unknown kind or field.
    """
    if kind_name is None:
        _plan(file, format_name or "", root, project, defaults, dry_run=dry_run)
    elif format_name:
        raise click.UsageError("--kind is for tables and --format for plans: say one of them")
    else:
        _table(file, kind_name, project, root, Told(given, defaults, named, dates), dry_run=dry_run)


class Told(NamedTuple):
    """What is said of a table: fields of columns and for all rows, its name, and how dates are written."""

    given: dict[str, str]
    defaults: dict[str, str]
    named: str
    dates: Literal["dmy", "mdy"] | None


def _plan(
    file: Path, named: str, root: Path, project: str | None, given: dict[str, str], *, dry_run: bool
) -> None:
    from handbook.cli.plan_import import import_plan
    from handbook.exchange.plans.choosing import format_of

    raw = file.read_bytes()
    format_ = format_of(raw, file.suffix.lower(), named)
    if format_ is None:
        raise click.UsageError("say what the rows of the table are: --kind and a kind of record")
    import_plan(file, raw, format_, root, project, given, dry_run=dry_run)


def _table(file: Path, kind_name: str, project: str | None, root: Path, told: Told, *, dry_run: bool) -> None:
    from handbook.exchange.importing.reading import chosen, found_in, imported
    from handbook.exchange.importing.rows import Wish
    from handbook.exchange.tables.table import CannotRead
    from handbook.loading.load import load

    book = load(root, status_date=date.min, projects=PROJECTS).book
    kind = _kind(kind_name)
    where = None if kind.organisation else _project(book, project)
    wish = Wish(kind, where, _known(told.given, kind), _known_fields(told.defaults, kind), told.dates)
    try:
        found = found_in(file.read_bytes(), file.suffix.lower())
        table = chosen(found.tables, wish, told.named)
        made = imported(found, table, wish, book)
    except CannotRead as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    _tell(file, table, made, wish)
    if made.records and not dry_run:
        click.echo(f"written to {_write(root, made, wish)}")
    elif made.records:
        click.echo(_yaml(made))
    else:
        raise click.ClickException("nothing was read")


def _kind(name: str) -> "Kind":
    from handbook.exchange.importing.target import target
    from handbook.records.kind import kinds

    known = {
        name: kind
        for kind in kinds().values()
        if target(kind, None if kind.organisation else "x")
        for name in (kind.name, kind.file.removesuffix(".yml"))
        if name
    }
    if name not in known:
        listed = ", ".join(sorted({kind.name for kind in known.values()}))
        cure = did_you_mean(name, known) or f"the kinds are {listed}"
        raise click.UsageError(f"cannot import records of kind '{name}' – {cure}")
    return known[name]


def _project(book: "Book", name: str | None) -> str:
    known = [project.id for project in book.projects]
    if name is None and len(known) == 1:
        return known[0]
    if name is None:
        raise click.UsageError(f"say which project: --project {' or '.join(known) or 'ID'}")
    if (found := book.project(name)) is None:
        cure = did_you_mean(name, known) or f"the projects are {', '.join(known)}"
        raise click.UsageError(f"unknown project '{name}' – {cure}")
    return found.id


def _known(given: dict[str, str], kind: "Kind") -> dict[str, str]:
    """The fields that columns are to be, if there are such; a column of a matrix may be any role."""
    if not kind.wrap:
        _known_fields({field: "" for field in given.values() if field not in ("", "id", "project")}, kind)
    return given


def _known_fields(named: dict[str, str], kind: "Kind") -> dict[str, str]:
    from handbook.loading.marks import fields

    for name in named:
        if name not in fields(kind.model):
            cure = did_you_mean(name, fields(kind.model)) or f"the fields are {', '.join(fields(kind.model))}"
            raise click.UsageError(f"a {kind.name} has no field '{name}' – {cure}")
    return named


def _tell(file: Path, table: "Table", made: "Imported", wish: "Wish") -> None:
    """What became of the table: rows, columns, and every line that somebody should look at."""
    word = wish.kind.name.replace("-", " ")
    heading = f" of '{table.heading}'" if table.heading else ""
    first, last = next(iter(made.records), ""), next(reversed(made.records), "")
    ids = f": {first} to {last}" if first != last else f": {first}" if first else ""
    click.echo(f"{file.name}: {len(table.rows)} rows{heading}, {len(made.records)} of kind {word}{ids}")
    for column in made.columns:
        click.echo(f"  {_column(column, wish)}")
    for name, count in made.lacking.items():
        click.echo(f"  {count} without '{name}', which must be there: say --set {name}=…, or write it")
    for line, text in made.remarks:
        click.echo(f"{file.name}:{line}: {text}")


def _column(column: "Column", wish: "Wish") -> str:
    if column.field:
        return f"{column.name} → {column.field}{'' if column.sure else ' (guessed)'}"
    if column.name in wish.given:
        return f"{column.name} is left out"
    meant = f"{column.nearest}', or another field" if column.nearest else "FIELD'"
    cure = f"say --map '{column.name}={meant}"
    return f"{column.name} is unclear and kept in 'notes': {cure}"


def _write(root: Path, made: "Imported", wish: "Wish") -> str:
    """Add the records to their file; its path. A file that cannot be changed ends the command."""
    from handbook.exchange.editing.append import append
    from handbook.exchange.editing.editable import CannotEdit, editable
    from handbook.exchange.editing.saving import Change, save
    from handbook.exchange.importing.target import target

    place = target(wish.kind, wish.project)
    if place is None:
        raise click.UsageError(f"records of kind '{wish.kind.name}' cannot be added to a file")
    path = f"{PROJECTS}/{place.file}"
    before = (root / path).read_bytes() if (root / path).is_file() else None
    try:
        file = editable(before or b"", is_markdown=False)
        text = append(file.text, made.records, place.under)
        save(root, [Change(path, before, file.with_text(text if text.endswith("\n") else f"{text}\n"))])
    except CannotEdit as error:
        raise click.ClickException(f"{path}:{error.line}: {error}") from error
    return path


def _yaml(made: "Imported") -> str:
    from handbook.exchange.editing.append import append

    return append("", made.records).strip("\n")
