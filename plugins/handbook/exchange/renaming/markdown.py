"""References in Markdown: ``[[R-7]]``, and the ``project`` and ``record`` of fences."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from handbook.exchange.renaming.spelling import respelt
from handbook.exchange.renaming.target import Target
from handbook.records.book import Book

_OPTION = re.compile(r"^[ \t]*(project|record)[ \t]*:[ \t]*[\"']?([^\s\"'#]+)")


class ReferenceLike(Protocol):
    """A reference in a text: its address, and where it begins and ends."""

    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class FenceLike(Protocol):
    """A fenced block: its word, and the numbers of its first and last line."""

    @property
    def word(self) -> str: ...  # noqa: D102
    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def last(self) -> int: ...  # noqa: D102


class Markdown(NamedTuple):
    """How references and fences are found in Markdown; whoever reads pages supplies it."""

    references: Callable[[str], Iterable[ReferenceLike]]
    fences: Callable[[list[str]], Iterable[FenceLike]]
    word: str


class Edit(NamedTuple):
    """A stretch of a text, and what is to stand there."""

    start: int
    end: int
    new: str


def edits_in(
    text: str, markdown: Markdown, book: Book, target: Target, project: str | None
) -> Iterator[Edit]:
    """What is to be replaced in a text that stands in ``project``."""
    for reference in markdown.references(text):
        new = respelt(reference.address, book, target, project)
        if new != reference.address:
            at = text.index(reference.address, reference.start)
            yield Edit(at, at + len(reference.address), new)
    lines = text.split("\n")
    for fence in markdown.fences(lines):
        if fence.word == markdown.word:
            yield from _in_fence(lines, fence, book, target, project)


def _in_fence(
    lines: list[str], fence: FenceLike, book: Book, target: Target, project: str | None
) -> Iterator[Edit]:
    start = sum(len(line) + 1 for line in lines[: fence.first + 1])
    found: dict[str, tuple[int, str]] = {}
    for line in lines[fence.first + 1 : fence.last + 1]:
        if option := _OPTION.match(line):
            found[option[1]] = start + option.start(2), option[2]
        start += len(line) + 1
    named = found.get("project", (0, project or ""))[1]
    for option_, (at, value) in found.items():
        new = (
            target.renamed_project(value)
            if option_ == "project"
            else respelt(value, book, target, named or None)
        )
        if new != value:
            yield Edit(at, at + len(value), new)
