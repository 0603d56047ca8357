"""The manual page of a rule: its docstring, in parts.

The first line states the fault, the paragraphs after it say why it matters. Then come examples, each a small
handbook, written as files that are laid over the handbook in ``tests/checks/base``::

    A risk has no owner.

    Nobody watches a risk that belongs to nobody.

    Fails:

    ```yaml title="apollo/risks.yml"
    R-1:
      owner: nobody  # RISK001
    ```

    Passes:

    ```yaml title="apollo/risks.yml"
    R-1:
      owner: ana
    ```

All files under one ``Fails:`` or ``Passes:`` make one example; either word may stand again for another one.
Titles are paths inside the folder of projects; one that begins with ``../`` is inside the folder around it.
A trailing ``# CODE`` (in Markdown ``<!-- CODE -->``) marks the line on which the rule reports, one comment
for each report; it is cut off, with the blanks before it, before the file is written. What cannot be shown as
text is told beside the title:

- ``encoding="utf-16"`` – the file is written in that encoding
- ``link="../elsewhere"`` – the path is a symbolic link to there
- ``repeat="1000"`` – the text stands as often in the file
- ``mode="000"`` – the file has those permissions
- ``absent="yes"`` – the path does not exist; ``title="."`` is the folder of projects itself
- ``limits="records=3"`` – the handbook is read with that limit
- ``defect="RISK002"`` – that rule breaks down
- ``before="2026-02-10"`` – what the file said on that day, by its history; what it says now is told apart
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

FENCE = "```"
_HEADINGS = {"Fails:": True, "Passes:": False}
_ATTRIBUTE = re.compile(r"([a-z]+)=\"([^\"]*)\"")
_MARK = re.compile(r"[ \t]*(?:#|<!--) ([A-Z]{2,}\d{3})(?: -->)?")
_MARKS = re.compile(rf"(?:{_MARK.pattern})+$")


@dataclass(frozen=True, slots=True)
class File:
    """One file of an example: path inside the folder of projects, text, and what else is told about it."""

    path: str
    text: str
    language: str = "yaml"
    attributes: Mapping[str, str] = field(default_factory=dict)

    def marked(self) -> Iterator[tuple[int, str]]:
        """The reports that are expected, as pairs of line number and code, in order."""
        for number, line in enumerate(self.text.splitlines(), 1):
            yield from ((number, code) for code in _MARK.findall(_split(line)[1]))

    def unmarked(self) -> str:
        """The text without the marks, as it is written to disk."""
        return "".join(_split(line)[0] + "\n" for line in self.text.splitlines())


@dataclass(frozen=True, slots=True)
class Example:
    """A small handbook that breaks the rule, or keeps it."""

    fails: bool
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """The parts of a manual page: the fault in one line, why it matters (Markdown), and examples."""

    summary: str
    why: str
    examples: tuple[Example, ...]


def read_manual(text: str) -> Manual:
    """The parts of a docstring. Raises `ValueError` for a fence without a title or without an end."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    heads = [number for number, line in enumerate(lines) if line in _HEADINGS] + [len(lines)]
    examples = tuple(
        Example(_HEADINGS[lines[start]], tuple(files_in(lines[start + 1 : end])))
        for start, end in pairwise(heads)
    )
    return Manual(
        summary=lines[0].removesuffix(".") if lines else "",
        why="\n".join(lines[1 : heads[0]]).strip(),
        examples=examples,
    )


def files_in(lines: list[str]) -> Iterator[File]:
    """The files that the fences in ``lines`` show. Raises `ValueError` for one without a title or an end."""
    rest = iter(lines)
    for line in rest:
        if not line.startswith(FENCE):
            continue
        attributes = dict(_ATTRIBUTE.findall(line))
        if "title" not in attributes:
            raise ValueError(
                f'expected a file name in the fence, as in title="apollo/risks.yml", found {line!r}'
            )
        language = line.removeprefix(FENCE).split(" ")[0]
        path = attributes.pop("title")
        yield File(path, "\n".join(_until_end(rest, path)), language, attributes)


def _until_end(rest: Iterator[str], path: str) -> Iterator[str]:
    for line in rest:
        if line == FENCE:
            return
        yield line
    raise ValueError(f"expected {FENCE} after the text of {path}, found the end")


def _split(line: str) -> tuple[str, str]:
    """A line as it is written, and the marks at its end."""
    marks = _MARKS.search(line)
    return (line[: marks.start()], marks[0]) if marks else (line, "")
