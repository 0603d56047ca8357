"""What can be wrong with the prose of a record beside its type: length, hidden characters, raw HTML."""

from collections.abc import Iterator
from typing import Any

from handbook.loading.marks import prose, values_at
from handbook.loading.naming import Item
from handbook.loading.prose import dropped
from handbook.problems import Problem, Severity
from handbook.records.origin import Path
from handbook.records.record import Record
from handbook.records.types.text import HIDDEN_IN_PROSE, PROSE_LIMIT

_MOST_TOLD = 20
_AS_MARKDOWN = "write it in Markdown, or put it in backquotes if it is meant as text"


def cut_long(model: type[Record], item: Item, limit: int, project: str | None) -> Iterator[Problem]:
    """Take prose that is longer than ``limit`` out of the data of an item, and tell each."""
    if limit >= PROSE_LIMIT:  # the type tells
        return
    data = item.raw.data or {}
    for path, text in _texts(model, data):
        if len(text) > limit:
            data.pop(str(path[0]), None)
            message = f"expected at most {limit} characters, found {len(text)}"
            place = item.source.place((*item.raw.path, *path))
            cure = "shorten it, or write a page of the project"
            yield Problem(
                "FIELD012", message, place, cure=cure, project=project, record=item.address(project)
            )


def text_problems(model: type[Record], item: Item, project: str | None) -> Iterator[Problem]:
    """Hidden characters written as escapes, and raw HTML that pages drop, in the prose of an item."""
    for path, text in _texts(model, item.raw.data or {}):
        if len(text) > PROSE_LIMIT:  # the type refuses it
            continue
        where = (*item.raw.path, *path)
        if not item.hidden_told and (hidden := HIDDEN_IN_PROSE.search(text)):
            message = f"the text holds the hidden character U+{ord(hidden[0]):04X}"
            place = item.source.place(where)
            yield Problem(
                "READ015", message, place, cure="remove it", project=project, record=item.address(project)
            )
        tags = list(dropped(text))
        for number, (at, tag) in enumerate(tags[:_MOST_TOLD], 1):
            needle = text[at : at + len(tag) + 1]
            place = item.source.find(where, needle, text.count(needle, 0, at))
            more = (
                f", and {len(tags) - number} more tags after it" if number == _MOST_TOLD < len(tags) else ""
            )
            message = f"pages drop the raw HTML '<{tag}>'{more}"
            record = item.address(project)
            yield Problem("TEXT001", message, place, Severity.WARNING, _AS_MARKDOWN, project, record=record)


def _texts(model: type[Record], data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for path in prose(model):
        if path[0] in data:
            yield from ((where, text) for where, text in values_at(data, path) if isinstance(text, str))
