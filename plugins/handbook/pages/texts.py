"""Texts of records and of pages: where each stands, and which of their references name nothing."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BeforeValidator

from handbook.checks.standing import ENDED
from handbook.loading.loaded import Loaded
from handbook.loading.source import Source
from handbook.pages.page import Page
from handbook.pages.places import Reopened
from handbook.pages.reader import Reader
from handbook.pages.references import references
from handbook.pages.template import Text
from handbook.problems import Place, Problem
from handbook.records.book import Book
from handbook.records.record import Record
from handbook.records.types.text import read_prose


def unknown_in_texts(loaded: Loaded) -> Iterator[Problem]:
    """The references in texts of all records that name nothing, or more than one record."""
    for record in loaded.book.records:
        for name in prose_fields(type(record)):
            text = getattr(record, name)
            if text and "[[" in text:
                yield from _unknown(record, name, text, loaded)


def _unknown(record: Record, name: str, text: str, loaded: Loaded) -> Iterator[Problem]:
    reader = Reader(loaded.book, record.project)
    found: dict[str, int] = {}
    for reference in references(text):
        written = text[reference.start : reference.end]
        nth = found[written] = found.get(written, -1) + 1
        if not reader.knows(reference):  # to find a place is to read the file again
            reader.reference(reference, place_in(record, name, written, nth))
    yield from reader.problems


def place_in(record: Record, name: str, written: str, nth: int) -> Place:
    """The place of the ``nth`` (from 0) ``written`` in a text of a record."""
    locator = record.origin.locator
    if isinstance(locator, Source | Reopened):
        return locator.find((*record.origin.path, name), written, nth)
    return record.place(name)


MOST_TOLD = 20
"""How many faults of one kind are told of one text: finding the place of each takes time."""


class Passage(NamedTuple):
    """A piece of Markdown text, and where it begins: a field of a record, or a part of a page."""

    markdown: str
    start: Place
    project: str | None
    source: Record | None = None
    field: str = ""

    @property
    def record(self) -> str:
        """The address of the record that the text is of; empty for a page."""
        return self.source.address if self.source else ""

    def place(self, found: re.Match[str]) -> Place:
        """Where the first group of a match in the text stands in its file."""
        before = self.markdown[: found.start(1)]
        if self.source:
            return place_in(self.source, self.field, found[1], before.count(found[1]))
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Place(self.start.file, self.start.line + before.count("\n"), column)


def passages(book: Book, pages: Iterable[Page]) -> Iterator[Passage]:
    """The texts of all records and pages of projects that have not ended."""
    ended = {project.id for project in book.projects if project.status in ENDED}
    for record in book.records:
        for name in prose_fields(type(record)) if record.project not in ended else ():
            if text := getattr(record, name):
                yield Passage(text, Place(record.origin.file), record.project, record, name)
    for page in pages:
        for section in page.template.sections if page.project not in ended else ():
            texts = (part for part in section.parts if isinstance(part, Text))
            yield from (Passage(one.markdown, one.place, page.project) for one in texts)


@cache
def prose_fields(model: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that are Markdown text."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(mark, BeforeValidator) and mark.func is read_prose for mark in field.metadata)
    )
