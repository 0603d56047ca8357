"""The headline is true in every state: each file in `headlines` is a state with what must be said of it.

`records` is a book (see `tests/books.py`) on 1 June 2026; `says` is the headline of each project. `--update`
writes what is found into the files.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest
import yaml
from handbook.analysis.headline import spoken
from handbook.analysis.portfolio import Portfolio

from tests.books import book

SAYS = "\nsays:"
CASES = sorted((Path(__file__).parent / "headlines").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_headline(case: Path, *, update: bool) -> None:
    told = yaml.load(case.read_text(), yaml.BaseLoader)
    portfolio = Portfolio(book(yaml.safe_dump(told["records"], sort_keys=False)))

    found = {one.id: spoken(portfolio.headline(one.id)) for one in portfolio.book.projects}

    if update:
        case.write_text(f"{case.read_text().partition(SAYS)[0].rstrip()}{SAYS}\n{written(found)}")
        told = yaml.load(case.read_text(), yaml.BaseLoader)
    assert found == told["says"]


def test_the_date_is_what_the_eye_rests_on() -> None:
    told = yaml.load((CASES[0].parent / "on_time.yml").read_text(), yaml.BaseLoader)
    portfolio = Portfolio(book(yaml.safe_dump(told["records"])))
    assert [piece.text for piece in portfolio.headline("apollo") if piece.strong] == ["12 June"]


def written(found: dict[str, str]) -> str:
    """The headlines as they stand in a file, after `says:`."""
    margin = " " * 4
    return "".join(
        f"  {project}: >-\n{fill(text, 100, initial_indent=margin, subsequent_indent=margin)}\n"
        for project, text in found.items()
    )
