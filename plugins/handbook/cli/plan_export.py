"""Exporting the plan of a project for another scheduler, and what of it that one cannot know."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.analysis.words import figure

if TYPE_CHECKING:
    from handbook.records.book import Book


def export_plan(out: Path, book: "Book", project: str) -> None:
    """Write the plan of a project to a file, and tell what is not in it."""
    from handbook.exchange.plans.mspdi.writing import write_mspdi
    from handbook.exchange.plans.taking.take import taken
    from handbook.planning.plans import Plans

    charter = book.project(project)
    if charter is None:
        raise click.UsageError(f"unknown project '{project}'")
    plan = taken(book, charter, Plans(book))
    content = write_mspdi(plan)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"'{out}' cannot be written: {error.strerror}") from error
    for note in plan.notes:
        click.echo(note.text)
    count = figure(len(plan.tasks), "task")
    click.echo(f"plan of {charter.id} with {count} written to {out}")
