"""What stands in a line: words, links to records, colours and dates."""

from dataclasses import dataclass
from typing import Literal

from handbook.records.parts import Colour


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to the place where a record is shown. ``text`` is what the reader sees."""

    address: str
    text: str
    state: str = ""
    """Said on hover and to screen readers: 'open threat, score 16'."""


@dataclass(frozen=True, slots=True)
class Out:
    """A link out of the handbook."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter most."""

    text: str


@dataclass(frozen=True, slots=True)
class Muted:
    """Words that matter less."""

    text: str


@dataclass(frozen=True, slots=True)
class Light:
    """A status colour with its shape, so that it can be read without colour."""

    colour: Colour | Literal["none"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word in a box: a state, a category."""

    text: str
    tone: Literal["plain", "good", "warn", "bad"] = "plain"


Inline = str | Ref | Out | Strong | Muted | Light | Tag
Phrase = tuple[Inline, ...]
"""A line of text: its pieces in order."""
