"""Evidence: what the files of a handbook say that records point to."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from posixpath import dirname, join, normpath
from typing import Literal, NamedTuple
from urllib.parse import unquote

from pydantic import BeforeValidator

from handbook.records.origin import Path
from handbook.records.record import Record
from handbook.records.references import marked_paths, values_along
from handbook.records.types.web import read_url

REPORT = ".xml"
"""The ending of files that are read as test reports, if that is what they are."""


class Results(NamedTuple):
    """What a JUnit XML report says of its tests.

    ``tests`` counts all, ``failures`` those that found a fault, ``errors`` those that broke down, ``skipped``
    those that did not run. ``name`` is that of the report, ``on`` the day of its youngest suite.
    """

    tests: int = 0
    failures: int = 0
    errors: int = 0
    skipped: int = 0
    name: str = ""
    on: date | None = None

    @property
    def failed(self) -> int:
        """How many tests did not pass: they found a fault, or broke down."""
        return self.failures + self.errors

    @property
    def ran(self) -> int:
        """How many tests were not skipped."""
        return max(0, self.tests - self.skipped)

    def __str__(self) -> str:
        """``3 of 120 tests failed``."""
        return f"{self.failed} of {self.tests} tests failed"


class Evidence(NamedTuple):
    """What stands at a path that a record names.

    ``path`` is seen from the root of the handbook, the folder that holds its projects. ``found`` is
    ``unseen`` for what the book's audience may not see, which is neither there nor missing. ``fault`` says
    why there is ``nothing``, if something else is there; or why a report cannot be read. ``results`` are
    those of a JUnit XML report. ``near`` is the path that may have been meant where there is nothing.
    """

    path: str
    found: Literal["file", "folder", "nothing", "unseen"]
    fault: str = ""
    results: Results | None = None
    near: str = ""


class Pointer(NamedTuple):
    """A path that a record names: as it is seen from the root, as it was written, and where."""

    target: str
    text: str
    path: Path


def pointers(record: Record) -> Iterator[Pointer]:
    """The paths among the links and the evidence of a record, in the order of its fields."""
    for path in _links(type(record)):
        for text, walked in values_along(record, path):
            if isinstance(text, str) and (target := seen_from_root(text, record.origin.file)):
                yield Pointer(target, text, walked)


def seen_from_root(text: str, file: str) -> str:
    """The path that a link in a field of a record in ``file`` leads to; empty if it leads into the web.

    Paths are seen from the root of the handbook, and from the folder of the record's file if they begin with
    ``./`` or ``../``. One that leads out of the handbook begins with ``/`` or ``../``.
    """
    path = unquote(text.partition("#")[0].partition("?")[0])
    if ":" in text or not path:
        return ""
    return normpath(join(dirname(file), path) if path.startswith(("./", "../")) else path)


@cache
def _links(model: type[Record]) -> tuple[Path, ...]:
    """The paths of the fields of a model that hold links; `EACH` stands for each item."""
    marked = marked_paths(model, lambda mark: isinstance(mark, BeforeValidator) and mark.func is read_url)
    return tuple(path for path, _ in marked)
