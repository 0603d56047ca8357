"""Small handbooks on disk for tests of reading, written down as one text."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

BASE = {
    "people.yml": "ana: {name: Ana}\ntom: {name: Tom}\n",
    "apollo/project.yml": "title: Apollo\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\n",
}
RISK = "title: Rack late\nowner: ana\nprobability: low\nimpact: low\nstatus: monitoring\n"

_HEADING = re.compile(r"^=== (.+)\n", re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """The sections of a case by their headings, lines that begin with `===`."""
    parts = _HEADING.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A handbook in `folder`: the base, with `files` by their paths in `projects`.

    A path may be followed by what the file is instead of a text in UTF-8: `link=TARGET`, `fifo=yes`,
    `absent=yes`, `encoding=NAME`, or `escapes=yes` for a text with characters written as in Python.
    """
    for heading, content in {**BASE, **files}.items():
        path, _, told = heading.partition(" ")
        _lay(folder / "projects" / path, content, *told.partition("=")[::2])
    return folder


def _lay(file: Path, content: str | bytes, what: str, value: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    if what == "link":
        file.symlink_to(value)
    elif what == "fifo":
        os.mkfifo(file)
    elif what != "absent":
        if what == "escapes":
            content = str(content).encode("latin-1", "backslashreplace").decode("unicode_escape")
        file.write_bytes(
            content
            if isinstance(content, bytes)
            else content.encode(value if what == "encoding" else "utf-8")
        )


def indented(text: str, by: int = 2) -> str:
    """The fields of a record, as they stand below its id."""
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())
