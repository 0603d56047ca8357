"""Plans of small books: each file in `cases` is a story with the plan it must have.

`records` is a book (see `tests/books.py`), `status` the status date if it is not 2026-06-01. `plan` is the
plan of the one project, or of each by its id: a line for each entry with its dates, its total float in days,
how far it is and what drives it, then the faults. `--update` writes what is found into the files.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from handbook.planning.plan import Plan
from handbook.planning.plans import Plans

from tests.books import STATUS, book

PLAN = "\nplan:"
CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, *, update: bool) -> None:
    told = yaml.load(case.read_text(), yaml.BaseLoader)
    status = date.fromisoformat(told["status"]) if "status" in told else STATUS
    plans = Plans(book(yaml.safe_dump(told["records"], sort_keys=False), status))

    found = {project: said(plans[project]) for project in plans}

    if update:
        case.write_text(f"{case.read_text().partition(PLAN)[0]}{PLAN}{written(found)}")
        told = yaml.load(case.read_text(), yaml.BaseLoader)
    assert found == (told["plan"] if isinstance(told["plan"], dict) else {next(iter(plans)): told["plan"]})


def said(plan: Plan) -> str:
    """A plan as the files tell it."""
    lines = []
    for entry in plan:
        slack = f"{entry.total_float / plan.day_minutes:g}d"
        why = entry.driver.text if entry.driver else "by its parts"
        lines.append(f"{entry} | {slack} | {entry.state} | {why}")
    return "\n".join([*lines, *map(str, plan.faults)])


def written(found: dict[str, str]) -> str:
    """The plans as they stand in a file, after `plan:`."""
    if len(found) == 1:
        (text,) = found.values()
        return f" |2-\n{indent(text, '  ')}\n" if text else ' ""\n'
    return "\n" + "".join(f"  {project}: |2-\n{indent(text, '    ')}\n" for project, text in found.items())
