"""A file as it is edited: its text with line feeds only, and the way back to its bytes."""

from typing import NamedTuple

from handbook.loading.flaw import Flaw, Unreadable
from handbook.loading.front_matter import split
from handbook.loading.text import text_of


class CannotEdit(Exception):
    """A file is not as it would have to be to be changed; the message says why, and what helps.

    ``line`` is where, counted from 1.
    """

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


class Editable(NamedTuple):
    """The text of a file, and the line end that all its lines have.

    ``fields`` and ``end`` are where its YAML begins and ends in the text: all of it, or the front matter.
    """

    text: str
    line_end: str = "\n"
    fields: int = 0
    end: int = 0

    @property
    def yaml(self) -> str:
        """The YAML of the file."""
        return self.text[self.fields : self.end]

    def with_yaml(self, yaml: str) -> bytes:
        """The bytes of the file with other YAML in the place of its own."""
        return self.with_text(self.text[: self.fields] + yaml + self.text[self.end :])

    def with_text(self, text: str) -> bytes:
        """The bytes of the file with another text."""
        return text.replace("\n", self.line_end).encode()


def editable(raw: bytes, *, is_markdown: bool, needs_front: bool = True) -> Editable:
    """The file with these bytes. Raises `CannotEdit` if reading finds fault with its characters.

    ``needs_front`` is for Markdown that is a record; other Markdown may go without front matter.
    """
    flaws: list[Flaw] = []
    try:
        text = text_of(raw, flaws)
        if flaws:
            raise Unreadable(*flaws[0][:5])
        has_front = is_markdown and (needs_front or text.startswith("---\n"))
        fields = split(text).fields[1:] if has_front else "" if is_markdown else text
    except Unreadable as end:
        cure = f" – {end.flaw.cure}" if end.flaw.cure else ""
        raise CannotEdit(f"{end.flaw.message}{cure}", end.flaw.line) from None
    start = text.index("\n") + 1 if has_front else 0
    return Editable(text, _line_end(raw), start, start + len(fields))


def _line_end(raw: bytes) -> str:
    windows = raw.count(b"\r\n")
    if windows and windows < raw.count(b"\n"):
        raise CannotEdit("the lines end in two ways – save the file with one kind of line end")
    return "\r\n" if windows else "\n"
