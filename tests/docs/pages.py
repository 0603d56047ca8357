"""The manual as its readers see it: sections, tables and examples of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parent.parent.parent
MANUAL = REPOSITORY / "docs" / "manual"
PAGES = sorted(MANUAL.glob("*.md"))

_FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=ticks)[ ]*$", re.DOTALL | re.MULTILINE
)
_HEAD = re.compile(r"^## (.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")


class Example(NamedTuple):
    """A fenced block: its language, its title (may be empty), its text, and the section it stands in."""

    language: str
    title: str
    text: str
    section: str


def examples(page: Path) -> Iterator[Example]:
    """The fenced blocks of a page, in order; those inside another one are part of its text."""
    text = page.read_text(encoding="utf-8")
    section = ""
    at = 0
    for found in _FENCE.finditer(text):
        section = (_HEAD.findall(text, at, found.start()) or [section])[-1]
        at = found.end()
        language, _, rest = found["info"].strip().partition(" ")
        title = re.search(r'title="([^"]+)"', rest)
        yield Example(language, title[1] if title else "", found["text"], section)


def sections(page: Path) -> dict[str, str]:
    """The text under each heading of the second rank, by its title; fenced blocks are left out of it."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    parts = _HEAD.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(section: str) -> dict[str, str]:
    """The rows of the tables in a section, by the code in their first cell."""
    found = {}
    for line in section.splitlines():
        if named := re.match(r"\| `([^`]+)`[^|]*\|", line):
            found[named[1]] = line
    return found


def words(text: str) -> set[str]:
    """The words that stand in code in a text."""
    return {word for code in _CODE.findall(text) for word in re.findall(r"[\w/-]+", code)}
