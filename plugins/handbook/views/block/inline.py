"""What stands in a line: words, links to records, colours and dates."""

from dataclasses import dataclass
from typing import Literal

from handbook.records.parts import Colour


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to the place where a record is shown. ``text`` is what the reader sees.

    ``state`` is said on hover and to screen readers: 'open threat, score 16'.
    """

    address: str
    text: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Id:
    """The id of a record, small beside its title; in the record's own row it is the permalink."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """The date of the record at ``address``; it leads to what makes it, where that is told."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Out:
    """A link out of the handbook, or to a file beside ``file``, the one in which it stands."""

    url: str
    text: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter most."""

    text: str


@dataclass(frozen=True, slots=True)
class Muted:
    """Words that matter less."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Words on a line of their own beneath the others, quieter."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a cell or a card."""

    text: str = " "


@dataclass(frozen=True, slots=True)
class Light:
    """A status colour with its shape, so that it can be read without colour."""

    colour: Colour | Literal["none"]
    text: str = ""


Tone = Literal["plain", "good", "warn", "bad"]
"""How a tag is to be taken."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word in a box: a state, a category."""

    text: str
    tone: Tone = "plain"


SHAPES = {"green": "●", "amber": "▲", "red": "■", "none": "○"}
"""The shape of each colour; the same on pages, in pictures and in plain text."""

MEANINGS = {"green": "on track", "amber": "at risk", "red": "off track", "none": "nothing to judge by"}
"""What each colour says of a project."""

Inline = str | Ref | Id | Why | Out | Strong | Muted | Note | Break | Light | Tag
Phrase = tuple[Inline, ...]
"""A line of text: its pieces in order, written without anything between them."""
