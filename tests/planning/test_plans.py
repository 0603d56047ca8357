"""Plans are made when they are asked for, once, for any project whatever the case of its name."""

from __future__ import annotations

from datetime import date

import pytest
from handbook.planning.chain import chain, top
from handbook.planning.plans import Plans, plan

from tests.books import book

BOOK = """
apollo:
  tasks:
    design: {title: Design, duration: 2d}
    build:
      title: Build
      after: design
      tasks:
        api: {duration: 5d}
        ui: {duration: 3d}
  milestones:
    M-1: {title: Live, after: build}
"""


def test_a_plan_is_made_once() -> None:
    plans = Plans(book(BOOK))
    assert plans["apollo"] is plans["APOLLO"]
    assert list(plans) == ["apollo"]
    assert len(plans) == 1


def test_an_unknown_project_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="zeus"):
        plan(book(BOOK), "zeus")


def test_the_chain_leads_from_a_date_to_its_first_cause_through_summaries() -> None:
    found = plan(book(BOOK), "apollo")
    live = found.by_id["milestone", "m-1"]

    way = chain(found, live)

    assert [entry.record.id for entry in way] == ["M-1", "build", "build.api", "design"]
    assert [top(found, entry).record.id for entry in way] == ["M-1", "build", "build", "design"]


def test_work_beyond_the_last_year_is_a_fault() -> None:
    found = plan(book("apollo: {tasks: {a: {title: Ages, duration: 999999w}}}"), "apollo")
    assert [str(fault) for fault in found.faults] == [
        "no-working-time: 'Ages' would not be finished before the year 10000"
    ]
    assert found.finish == date.max


def test_dates_at_the_ends_of_time_are_planned() -> None:
    records = """
    calendars: {de: {country: DE, holidays: [{from: 0001-01-01, to: 9999-12-31}]}}
    apollo:
      project: {start: 0001-01-01}
      tasks:
        a: {duration: 5d, started: 0001-01-01, finished: 0001-01-01}
        b: {duration: 5d, finished: 0001-01-01}
        c: {duration: 1d, constraint: {type: SNET, date: 9999-12-31}}
        d: {duration: 1d, calendar: de, constraint: {type: MFO, date: 9999-12-31}}
    """
    found = plan(book(records, date(1, 1, 1)), "apollo")
    assert (found.start, found.finish) == (date.min, date.max)


def test_many_tangled_links_are_untangled() -> None:
    tasks = "\n".join(
        f"    t{n}: {{duration: 1d, after: [{', '.join(f't{m}' for m in range(30) if m != n)}]}}"
        for n in range(30)
    )
    found = plan(book(f"apollo:\n  tasks:\n{tasks}"), "apollo")
    assert len(found.entries) == 30
    assert str(found.faults[-1]).endswith("are left out of a tangle of circles")
    finishes = [entry.finish for entry in found]
    assert finishes == sorted(finishes)
