"""References to records inside Markdown text: ``[[R-7]]``, ``[[apollo/M-2|go-live]]``."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from handbook.pages.fences import code_lines

_REFERENCE = re.compile(r"(?<![\\\[])\[\[(?P<address>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]*))?\]\](?!\])")
_MARK = re.compile(r"(?<!\\)`+|<!--")


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: the address, the words of its own if it has any, and where it stands in the text.

    ``line`` counts from 0, ``column`` from 1.
    """

    address: str
    text: str
    start: int
    end: int
    line: int
    column: int


def references(markdown: str) -> Iterator[Reference]:
    """The references of a text in order; what stands in code or in a comment is none. Takes linear time."""
    if "[[" not in markdown:
        return
    lines = markdown.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for match in outside_code(_REFERENCE, markdown):
        line = bisect_right(starts, match.start()) - 1
        text = (match["text"] or "").strip()
        column = match.start() - starts[line] + 1
        yield Reference(match["address"].strip(), text, *match.span(), line, column)


def outside_code(pattern: re.Pattern[str], markdown: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin neither in code nor in a comment. Takes linear time."""
    lines = markdown.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    hidden = _merged(sorted([*_code(lines, starts), *_spans(markdown)]))
    begins = [begin for begin, _ in hidden]
    for match in pattern.finditer(markdown):
        before = bisect_right(begins, match.start()) - 1
        if before < 0 or match.start() >= hidden[before][1]:
            yield match


def replaced(markdown: str, replace: Callable[[Reference], str | None]) -> str:
    """The text with each reference replaced; one for which ``replace`` gives None stays as it is."""
    pieces: list[str] = []
    at = 0
    for reference in references(markdown):
        instead = replace(reference)
        if instead is not None:
            pieces += (markdown[at : reference.start], instead)
            at = reference.end
    return "".join((*pieces, markdown[at:]))


def _code(lines: list[str], starts: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches that are lines of code."""
    return ((starts[number], starts[number + 1]) for number in code_lines(lines))


def _spans(markdown: str) -> Iterator[tuple[int, int]]:
    """The stretches between equal runs of backticks, and comments."""
    marks = [(mark.start(), mark.end()) for mark in _MARK.finditer(markdown)]
    following = _following(marks, markdown)
    at = 0
    for number, (start, end) in enumerate(marks):
        if start < at:
            continue
        if markdown[start] == "<":
            close = markdown.find("-->", end)
            at = close + 3 if close >= 0 else len(markdown)
            yield start, at
        elif (partner := following[number]) is not None:
            at = marks[partner][1]
            yield start, at


def _following(marks: list[tuple[int, int]], markdown: str) -> list[int | None]:
    """For each run of backticks, the next one of the same length in the same paragraph."""
    found: list[int | None] = [None] * len(marks)
    waiting: dict[int, int] = {}
    end_before = 0
    for number, (start, end) in enumerate(marks):
        if "\n\n" in markdown[end_before:start]:
            waiting.clear()
        end_before = end
        if markdown[start] == "`":
            if (opened := waiting.get(end - start)) is not None:
                found[opened] = number
            waiting[end - start] = number
    return found


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted stretches with those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
