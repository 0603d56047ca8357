"""Fenced code in Markdown text: which lines are code, and which fences hold a view."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent

WORD = "handbook"
"""The word after the opening of a fence that makes it a view."""

_OPENING = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<word>[^\s`]*)[^`]*$")
_CONTAINER = re.compile(r"(?:[-*+]|\d{1,9}[.)]|:|!!!|\?\?\?\+?|===|\[\^[^\]]+\]:)(?:[ \t]|$)")
_DEEP = re.compile(r"(?: {4}|\t)")


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block: its word, its text without the indentation of the fence, and its lines.

    ``first`` and ``last`` are the numbers of its opening and closing line, counted from 0; of a fence that
    is never closed the last line of the text is the last of it.
    """

    word: str
    text: str
    indent: str
    first: int
    last: int


def fences(lines: list[str]) -> Iterator[Fence]:
    """All fenced blocks of a text, in order, at any depth of lists."""
    number = 0
    while number < len(lines):
        opening = _OPENING.match(lines[number])
        if opening is None:
            number += 1
            continue
        last = _closing(lines, number, opening["mark"])
        inside = lines[number + 1 : last if last < len(lines) else None]
        text = dedent("\n".join(inside)) if opening["indent"] else "\n".join(inside)
        yield Fence(opening["word"].strip("{}."), text, opening["indent"], number, min(last, len(lines) - 1))
        number = last + 1


def code_lines(lines: list[str]) -> set[int]:
    """The numbers of the lines that are code: fenced, or indented where no list or box is open."""
    fenced = {number for fence in fences(lines) for number in range(fence.first, fence.last + 1)}
    return fenced | set(_indented(lines, fenced))


def _closing(lines: list[str], first: int, mark: str) -> int:
    """The line that closes a fence; one past the end if none does."""
    closing = re.compile(rf"^[ \t]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    for number in range(first + 1, len(lines)):
        if closing.match(lines[number]):
            return number
    return len(lines)


def _indented(lines: list[str], fenced: set[int]) -> Iterator[int]:
    contained, paragraph = False, False
    for number, line in enumerate(lines):
        if number in fenced or not line.strip():
            paragraph = False
        elif not _DEEP.match(line):
            paragraph = True
            if not line[0].isspace():
                contained = bool(_CONTAINER.match(line))
        elif not contained and not paragraph:
            yield number
