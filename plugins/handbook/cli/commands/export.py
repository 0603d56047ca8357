"""``handbook export``: registers for spreadsheets and other programs, and plans for other schedulers."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.opening import asks_for_handbook, opened
from handbook.cli.plan_export import export_plan
from handbook.problems.nearest import did_you_mean

if TYPE_CHECKING:
    from handbook.records.book import Book
    from handbook.records.kind import Kind


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@asks_for_handbook
@click.option(
    "--kind", "kind_names", multiple=True, metavar="KIND", help="Only this kind of record; repeatable."
)
@click.option("--project", "projects", multiple=True, metavar="ID", help="Only this project; repeatable.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["mspdi"]),
    help="Write the plan of one project in this format.",
)
def command(
    out: Path,
    root: Path,
    audience: str | None,
    status_date: str | date | None,
    kind_names: tuple[str, ...],
    projects: tuple[str, ...],
    format_name: str | None,
) -> None:
    """Write the registers of the handbook in ROOT to OUT: a .csv, .xlsx or .json file, or a folder for all.

    A .csv file holds one kind. A folder gets a CSV file for each kind, a workbook, and JSON with its schema.
    An .xml file is the plan of one project for Microsoft Project. What cannot be read is left out and told by
    'handbook check'. Exits with 2 for an unknown kind or project.
    """
    from handbook.exchange.export import export, formats

    book = opened(root, audience, status_date).book
    kinds = _kinds(kind_names)
    _check_projects(book, projects)
    if format_name or out.suffix == ".xml":
        if len(projects) != 1 or kind_names:
            raise click.UsageError("a plan is that of one project: name it with --project, and no --kind")
        export_plan(out, book, projects[0])
        return
    single = out.suffix in formats() and not out.is_dir()
    if single and formats()[out.suffix].MANY and len(kinds) != 1:
        raise click.UsageError("a .csv file holds one kind: name it with --kind, or name a folder")
    files = export(book, [out.suffix] if single else list(formats()), kinds, projects)
    if not files:
        raise click.ClickException("there are no such records")
    folder = out.parent if single else out
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        is_main = single and (len(files) == 1 or name == f"handbook{out.suffix}")
        (out if is_main else folder / name).write_bytes(content)
    click.echo(f"{len(files)} {'file' if len(files) == 1 else 'files'} written to {out}")


def _kinds(names: tuple[str, ...]) -> "list[Kind]":
    from handbook.records.kind import kinds

    known = {**kinds(), **{kind.file.removesuffix(".yml"): kind for kind in kinds().values() if kind.file}}
    for name in names:
        if name not in known:
            cure = did_you_mean(name, known) or f"the kinds are {', '.join(kinds())}"
            raise click.UsageError(f"unknown kind of record '{name}' – {cure}")
    return [known[name] for name in names]


def _check_projects(book: "Book", projects: tuple[str, ...]) -> None:
    known = [project.id for project in book.projects]
    for name in projects:
        if book.project(name) is None:
            cure = did_you_mean(name, known) or f"the projects are {', '.join(known)}"
            raise click.UsageError(f"unknown project '{name}' – {cure}")
