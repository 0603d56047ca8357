"""Words in texts that stand for something that is still to be written."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from handbook.pages.page import Page
from handbook.pages.references import outside_code
from handbook.pages.texts import MOST_TOLD, Passage, passages
from handbook.problems import Problem, Severity
from handbook.records.book import Book

LEFT_OPEN = "TEXT004"

_WORDS = re.compile(r"\b(TODO|TBD|TBC|FIXME|[Ll]orem ipsum)\b")


def left_open(book: Book, pages: Iterable[Page]) -> Iterator[Problem]:
    """The placeholders in the texts of records and pages; in code they are what the text is about."""
    for passage in passages(book, pages):
        if _WORDS.search(passage.markdown):
            yield from islice(_left_in(passage), MOST_TOLD)


def _left_in(passage: Passage) -> Iterator[Problem]:
    for found in outside_code(_WORDS, passage.markdown):
        message = f"expected text, found the placeholder '{found[1]}'"
        cure = "write what is meant, or make it an action with an owner and a day"
        place = passage.place(found)
        yield Problem(LEFT_OPEN, message, place, Severity.INFO, cure, passage.project, record=passage.record)
