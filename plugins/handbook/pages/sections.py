"""Markdown text cut at its headings and its views."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from handbook.pages.fences import WORD, Fence, code_lines, fences
from handbook.pages.template import Part, Section, Shown, Text
from handbook.problems import Place

ReadFence = Callable[[Fence, Place], Shown | None]
"""Reads the text of a fence that begins at a place; None if it cannot be shown."""

_HEADING = re.compile(r"^ {0,3}(?P<level>#{1,6})[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*$")
_CLASSES = re.compile(r"[ \t]*\{(?P<names>[^{}]*)\}$")


def sections(markdown: str, start: Place, read: ReadFence) -> tuple[Section, ...]:
    """The sections of a text that begins at ``start``; one without heading only if it holds anything."""
    lines = markdown.split("\n")
    heads = [0, *(number for number in _headings(lines) if number), len(lines)]
    views = {fence.first: fence for fence in fences(lines) if fence.word == WORD}
    cut = [_section(lines, first, last, start, views, read) for first, last in pairwise(heads)]
    return tuple(section for section in cut if section.level or section.parts)


def _headings(lines: list[str]) -> Iterator[int]:
    code = code_lines(lines)
    return (number for number, line in enumerate(lines) if number not in code and _HEADING.match(line))


def _section(
    lines: list[str], first: int, last: int, start: Place, views: dict[int, Fence], read: ReadFence
) -> Section:
    head = _HEADING.match(lines[first]) if first < len(lines) and first not in views else None
    parts = tuple(_parts(lines, first + bool(head), last, start, views, read))
    if head is None:
        return Section("", 0, parts)
    braces = _CLASSES.search(head["title"])
    names = braces["names"].split() if braces else ()
    title = head["title"][: braces.start()] if braces else head["title"]
    return Section(
        title, len(head["level"]), parts, tuple(name[1:] for name in names if name.startswith("."))
    )


def _parts(
    lines: list[str], first: int, last: int, start: Place, views: dict[int, Fence], read: ReadFence
) -> Iterator[Part]:
    at = first
    for number in range(first, last):
        if (fence := views.get(number)) is None:
            continue
        yield from _text(lines[at:number], start, at)
        shown = read(fence, Place(start.file, start.line + number))
        if shown is None:
            yield from _text(lines[number : fence.last + 1], start, number)
        else:
            yield shown
        at = fence.last + 1
    yield from _text(lines[at:last], start, at)


def _text(lines: Sequence[str], start: Place, first: int) -> Iterator[Text]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if filled:
        text = "\n".join(lines[filled[0] : filled[-1] + 1])
        yield Text(text, Place(start.file, start.line + first + filled[0]))
