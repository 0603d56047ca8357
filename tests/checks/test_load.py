"""Load: days and weeks, counted against a calendar that is walked day by day."""

from __future__ import annotations

from datetime import date, timedelta

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.workload import loads
from handbook.checks.load import present, shares, weekdays
from handbook.records.kinds.person import Leave, Person
from hypothesis import given
from hypothesis import strategies as st

from tests.books import book

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def _walk(first: date, last: date) -> list[date]:
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]


@given(DAYS, DAYS)
def test_weekdays(first: date, last: date) -> None:
    assert weekdays(first, last) == len(_walk(first, last))


@given(DAYS, DAYS, st.lists(st.tuples(DAYS, DAYS), max_size=3))
def test_present_leaves_out_leave_once(first: date, last: date, leaves: list[tuple[date, date]]) -> None:
    away = tuple(Leave(from_=start, to=end) for start, end in leaves)
    there = [day for day in _walk(first, last) if not any(start <= day <= end for start, end in leaves)]
    assert present(Person(name="Ana", leave=away), first, last) == len(there)


def test_the_weeks_of_a_person() -> None:
    portfolio = Portfolio(
        book("""
        people: {ana: {name: Ana, capacity: 80%}}
        apollo:
          tasks:
            build: {duration: 6d, assigned: {ana: 40%}}
            write: {duration: 2d, assigned: {ana: 60%}, after: [build]}
        """)
    )
    [load] = loads(portfolio.book, shares(portfolio, "apollo"))
    assert [(str(week.monday), round(week.share, 4)) for week in load.weeks] == [
        ("2026-06-01", 0.5),
        ("2026-06-08", round((1 * 0.4 + 2 * 0.6) / (5 * 0.8), 4)),
    ]
    assert [piece.path for piece in load.weeks[1].pieces] == [("assigned", "ana")] * 2
    assert [piece.task for piece in load.weeks[1].pieces] == ["apollo/plan.build", "apollo/plan.write"]
