"""References in the texts of records: those that name nothing."""

from collections.abc import Iterator
from functools import cache

from pydantic import BeforeValidator

from handbook.loading.loaded import Loaded
from handbook.loading.source import Source
from handbook.pages.places import Reopened
from handbook.pages.reader import Reader
from handbook.pages.references import references
from handbook.problems import Place, Problem
from handbook.records.record import Record
from handbook.records.types.text import read_prose


def unknown_in_texts(loaded: Loaded) -> Iterator[Problem]:
    """The references in texts of all records that name nothing, or more than one record."""
    for record in loaded.book.records:
        for name in _texts(type(record)):
            text = getattr(record, name)
            if text and "[[" in text:
                yield from _unknown(record, name, text, loaded)


def _unknown(record: Record, name: str, text: str, loaded: Loaded) -> Iterator[Problem]:
    reader = Reader(loaded.book, record.project)
    found: dict[str, int] = {}
    for reference in references(text):
        written = text[reference.start : reference.end]
        nth = found[written] = found.get(written, -1) + 1
        reader.reference(reference, _place(record, name, written, nth))
    yield from reader.problems


def _place(record: Record, name: str, written: str, nth: int) -> Place:
    locator = record.origin.locator
    if isinstance(locator, Source | Reopened):
        return locator.find((*record.origin.path, name), written, nth)
    return record.place(name)


@cache
def _texts(model: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that are Markdown text."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(mark, BeforeValidator) and mark.func is read_prose for mark in field.metadata)
    )
