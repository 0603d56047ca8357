"""What would bring a date in, by numbers and by records: the short way and the long way say the same."""

from __future__ import annotations

from datetime import timedelta

from handbook.analysis.explained.bring_in import BringIn, Gain, brought_in
from handbook.analysis.explained.state import begin, by_records
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import STATUS, book
from tests.planning.test_properties import PROJECTS, books

DAY = 480
PEOPLE = ("ana", "tom")


@st.composite
def staffed(draw: st.DrawFn) -> Book:
    """A book whose tasks are done by people who are away now and then."""
    made = draw(books())
    people = [
        Person.model_validate({"id": name, "name": name, "leave": [_leave(draw) for _ in range(2)]})
        for name in PEOPLE
    ]
    records = [
        one.model_copy(update={"assigned": {f"@{draw(st.sampled_from(PEOPLE))}": 1.0}})
        if isinstance(one, Task) and draw(st.booleans())
        else one
        for one in made.records
    ]
    return Book((*people, *records), status_date=STATUS)


def _leave(draw: st.DrawFn) -> dict[str, str]:
    first = draw(st.dates(STATUS, STATUS + timedelta(days=40)))
    return {"from": str(first), "to": str(first + timedelta(days=draw(st.integers(0, 9))))}


def both(made: Book, plans: Plans, item: Task | Milestone, minutes: int) -> tuple[BringIn, BringIn]:
    short = brought_in(begin(made, plans, item), minutes)
    return short, brought_in(by_records(made, plans, item), minutes)


@settings(max_examples=25, deadline=None)
@given(staffed(), st.sampled_from(PROJECTS), st.sampled_from((DAY, 5 * DAY)))
def test_numbers_say_what_records_say(made: Book, project: str, minutes: int) -> None:
    plans = Plans(made)
    for entry in [one for one in plans[project] if not one.record.withheld and one.state != "done"][-2:]:
        short, long = both(made, plans, entry.record, minutes)
        assert short == long


def sooner(text: str, address: str, days: int) -> BringIn:
    """What would bring a date in, found by numbers; by records it is the same."""
    made = book(text)
    item = made.find(address, None, ("task", "milestone"))
    assert isinstance(item, Task | Milestone)
    short, long = both(made, Plans(made), item, days * DAY)
    assert short == long
    return short


def changes(gains: tuple[Gain, ...]) -> list[str]:
    return [f"{one.minutes / DAY:g}d {one.change}" for one in gains]


def test_the_smallest_combination_is_found_where_greed_would_take_more() -> None:
    """The greatest gain, that of `a`, leads to three more; `b` and `c` are enough."""
    text = """
    apollo:
      tasks:
        a: {duration: 4d}
        p: {duration: 12d, after: a}
        q: {duration: 12d, after: a}
        b: {duration: 12d}
        c: {duration: 4d, after: b}
      milestones: {M-1: {after: [p, q, c]}}
    """
    found = sooner(text, "apollo/M-1", 4)
    assert found.is_reached
    assert found.is_least
    assert len(found.together) == 3


def test_what_all_measures_gain_is_told_if_it_is_not_enough() -> None:
    found = sooner("apollo: {tasks: {a: {duration: 3d}, b: {duration: 2d, after: a}}}", "apollo/plan.b", 5)
    assert (found.is_reached, found.most) == (False, 3 * DAY)
    assert changes(found.together) == ["2d shorten apollo/plan.a 2d", "3d shorten apollo/plan.b 1d"]


def test_accepted_starts_are_let_go_first() -> None:
    text = """
    people: {ana: {name: Ana Silva}}
    apollo:
      tasks:
        a: {duration: 8d, assigned: {ana: 1}}
        b: {duration: 4d, assigned: {ana: 1}}
      levelled:
        date: 2026-06-01
        entries:
          a: {start: 2026-06-01, finish: 2026-06-10, by: {ana: 1}}
          b: {start: 2026-06-11, finish: 2026-06-16, by: {ana: 1}, behind: {a: ana}}
    """
    found = sooner(text, "apollo/plan.b", 5)
    assert changes(found.released) == ["0d advance apollo"]
    assert changes(found.alone) == ["5d shorten apollo/plan.a 5d", "3d shorten apollo/plan.b 3d"]
    assert changes(found.together) == ["0d advance apollo", "5d shorten apollo/plan.a 5d"]


def test_what_runs_by_the_clock_is_cut_by_the_clock() -> None:
    found = sooner("apollo: {tasks: {dry: {duration: 14ed}}}", "apollo/plan.dry", 6)
    assert [str(one.change) for one in found.alone] == ["shorten apollo/plan.dry 6d"]


def test_projects_that_wait_for_each_other_are_tried_together() -> None:
    text = """
    apollo:
      tasks:
        a: {duration: 6d}
        c: {duration: 3d, after: zeus/b, constraint: {type: ALAP}}
        d: {duration: 0d, after: c}
    zeus: {tasks: {b: {duration: 9d, after: apollo/a}}}
    """
    found = sooner(text, "apollo/plan.d", 5)
    assert "5d shorten zeus/plan.b 5d" in changes(found.alone)
