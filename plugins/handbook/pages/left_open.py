"""Words in texts that stand for something that is still to be written."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from handbook.checks.standing import ENDED
from handbook.pages.page import Page
from handbook.pages.references import outside_code
from handbook.pages.texts import MOST_TOLD, Passage, passages, prose_fields
from handbook.problems import Problem, Severity
from handbook.records.book import Book
from handbook.records.record import SYSTEM_FIELDS, Record
from handbook.records.types.text import Line

LEFT_OPEN = "TEXT004"

_WORDS = re.compile(r"\b(TODO|TBD|TBC|FIXME|[Ll]orem ipsum)\b")


def left_open(book: Book, pages: Iterable[Page]) -> Iterator[Problem]:
    """The placeholders in the texts of records and pages; in code they are what the text is about."""
    for passage in passages(book, pages):
        if _WORDS.search(passage.markdown):
            yield from islice(_left_in(passage), MOST_TOLD)
    ended = {project.id for project in book.projects if project.status in ENDED}
    for record in book.records:
        if record.project not in ended:
            yield from _lines_left_in(record)


def _lines_left_in(record: Record) -> Iterator[Problem]:
    """The fields of one line that begin with a placeholder, as a new record does."""
    for name in _lines(type(record)):
        value = getattr(record, name)
        found = [(name, value)] if isinstance(value, str) else [(name, n, v) for n, v in enumerate(value)]
        for *path, text in found:
            if isinstance(text, str) and (word := _WORDS.match(text)):
                message = f"expected text, found the placeholder '{word[1]}'"
                cure, place = f"write '{name}', or remove it", record.place(*path)
                yield Problem(
                    LEFT_OPEN, message, place, Severity.INFO, cure, record.project, record=record.address
                )


@cache
def _lines(model: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that hold a line of text, or a list of such."""
    free = [name for name in model.model_fields if name not in {*prose_fields(model), *SYSTEM_FIELDS}]
    return tuple(name for name in free if model.model_fields[name].annotation in (str, tuple[Line, ...]))


def _left_in(passage: Passage) -> Iterator[Problem]:
    for found in outside_code(_WORDS, passage.markdown):
        message = f"expected text, found the placeholder '{found[1]}'"
        cure = "write what is meant, or make it an action with an owner and a day"
        place = passage.place(found)
        yield Problem(LEFT_OPEN, message, place, Severity.INFO, cure, passage.project, record=passage.record)
