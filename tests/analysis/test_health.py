"""Colours and their reasons: each file in `health` is about one dimension, with what must be found.

`records` is a book (see `tests/books.py`) on 1 June 2026; `finds` has, by project, a line for each dimension
that can be judged, or all of them where none can. `--update` writes what is found into the files.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest
import yaml
from handbook.analysis.health import Health
from handbook.analysis.portfolio import Portfolio

from tests.books import book

FINDS = "\nfinds:"
CASES = sorted((Path(__file__).parent / "health").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_health(case: Path, *, update: bool) -> None:
    told = yaml.load(case.read_text(), yaml.BaseLoader)
    portfolio = Portfolio(book(yaml.safe_dump(told["records"], sort_keys=False)))

    found = {one.id: said(portfolio.health(one.id)) for one in portfolio.book.projects}

    if update:
        lines = "".join(f"  {project}: |-\n{indent(text, '    ')}\n" for project, text in found.items())
        case.write_text(f"{case.read_text().partition(FINDS)[0].rstrip()}{FINDS}\n{lines}")
        told = yaml.load(case.read_text(), yaml.BaseLoader)
    assert found == told["finds"]


def said(health: Health) -> str:
    """What can be judged; if nothing can, why."""
    lines = str(health).splitlines()
    judged = [line for line in lines[1:] if " none: " not in line]
    return "\n".join([lines[0], *judged] if judged else lines)
