"""What holds for every reading, whatever stands in the files."""

from __future__ import annotations

from handbook.api import Portfolio
from handbook.checks.run import run
from handbook.loading.layout import shelf
from handbook.loading.loaded import Loaded

LAST_LINE = 1_000_000
WIDEST = 1_100_000

FILES = tuple(
    path
    for organisation in (True, False)
    for top in ("" if organisation else "apollo/",)
    for path in (
        *(f"{top}{file}" for file in shelf(organisation).files),
        *(
            f"{top}{folder}/R-9.{ending}"
            for folder in shelf(organisation).folders
            for ending in ("yml", "md")
        ),
    )
)
"""A path of each file that is read: every keyed file, and a file in every folder in both forms."""


def assert_sound(loaded: Loaded, file: str, content: bytes) -> None:
    """Problems have places that exist and words that can be printed; so has every value of every record."""
    last = content.count(b"\n") + content.count(b"\r") + 1
    for problem in loaded.problems:
        place = problem.place
        assert place.line >= 1
        assert place.column >= 1
        assert place.line <= last or place.file != file, str(problem)
        assert problem.code
        assert problem.message.isprintable(), problem.message
        assert problem.cure.isprintable(), problem.cure
    for record in loaded.book.records:
        assert record.place("title", "nothing", 7).line >= 1


def assert_checked(loaded: Loaded) -> None:
    """Every rule ends, and none breaks down."""
    for problem in run(loaded, Portfolio(loaded.book)):
        assert problem.code != "CHECK009", str(problem)
        assert problem.place.line >= 1
        assert problem.message.isprintable(), problem.message


def is_read_or_told(loaded: Loaded, file: str) -> bool:
    """Whether a file gave a record or a problem: nothing is lost in silence."""
    told = any(problem.place.file == file for problem in loaded.problems)
    return told or any(record.origin.file == file for record in loaded.book.records)
