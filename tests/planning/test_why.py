"""Why a date is what it is: each file in `whys` is a story with the chain it must have.

`records` is a book (see `tests/books.py`), `status` the status date if it is not 2026-06-01, `of` the address
asked for; `why` is the chain: its cause, then a line for each step. `--update` writes what is found.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from handbook.planning.plans import Plans
from handbook.planning.settled import Settled
from handbook.planning.why.step import Why
from handbook.planning.why.why import why
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from hypothesis import given

from tests.books import STATUS, book
from tests.planning.test_properties import books

WHY = "\nwhy:"
CASES = sorted((Path(__file__).parent / "whys").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, *, update: bool) -> None:
    told = yaml.load(case.read_text(), yaml.BaseLoader)
    status = date.fromisoformat(told["status"]) if "status" in told else STATUS
    made = book(yaml.safe_dump(told["records"], sort_keys=False), status)
    item = made.find(told["of"], None, ("task", "milestone"))
    assert isinstance(item, Task | Milestone)

    found = explained(made, item)

    assert found is not None
    if update:
        case.write_text(f"{case.read_text().partition(WHY)[0]}{WHY} |2-\n{indent(str(found), '  ')}\n")
        told = yaml.load(case.read_text(), yaml.BaseLoader)
    assert str(found) == told["why"]
    assert sum(step.days for step in found) == found.days


@given(books())
def test_the_steps_add_up_to_the_days_from_the_cause_to_the_date(book: Book) -> None:
    plans = Plans(book)
    for project in plans:
        for entry in plans[project]:
            found = explained(book, entry.record, plans)
            assert found is not None
            assert found.on == entry.finish.date()
            assert sum(step.days for step in found) == found.days
            for step in found:
                assert step.days == (step.until - step.since).days
            ways = [found.cause.since, *(step.until for step in found)]
            assert [step.since for step in found] == ways[:-1]


def explained(book: Book, item: Task | Milestone, plans: Plans | None = None) -> Why | None:
    """Why an item of a book is finished when it is."""
    made = plans or Plans(book)

    def settled(project: str) -> Settled | None:
        return made.settled(project) if book.project(project) else None

    return why(book, settled, item)


def test_a_chain_may_be_told_no_further_than_to_what_is_known() -> None:
    made = book(
        """
        apollo:
          tasks: {a: {duration: 2d}, b: {duration: 3d, after: M-1}}
          milestones: {M-1: {after: a}, M-2: {after: b}}
        """
    )
    item = made.find("apollo/M-2", None, ("milestone",))
    assert isinstance(item, Milestone)
    plans = Plans(made)
    found = why(made, plans.settled, item, {"apollo/M-1"})
    assert found is not None
    assert [step.item.id for step in found] == ["b", "M-2"]
    assert (found.cause.known, found.cause.on) == ("apollo/M-1", date(2026, 6, 2))
    assert sum(step.days for step in found) == found.days
