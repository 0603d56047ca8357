"""The project that a word of the command is about."""

import click

from handbook.problems.nearest import did_you_mean
from handbook.records.book import Book
from handbook.records.kinds.project import Project


def charter_of(book: Book, project: str) -> Project:
    """The charter of a project. An unknown one is answered with the nearest, and ends the command with 2."""
    found = book.project(project)
    if found is not None:
        return found
    known = [one.id for one in book.projects]
    cure = f" – {did_you_mean(project, known) or 'the projects are ' + ', '.join(known)}" if known else ""
    raise click.UsageError(f"unknown project '{project}'{cure}")
