"""Throughput, the course of a backlog, and Little's law."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from handbook.analysis.agile.course import MOST_DAYS, course, days_between
from handbook.analysis.agile.cycle_time import cycle_time
from handbook.analysis.agile.littles_law import littles_law
from handbook.analysis.agile.throughput import weeks
from handbook.records.kinds.backlog_item import BacklogItem
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.agile.backlogs import TODAY, ago, item, weekly, work

DAYS = st.none() | st.integers(-5, 40)
ITEMS = st.lists(
    st.builds(
        lambda added, started, finished, removed: item(
            1, added=added, started=started, finished=finished, removed=removed
        ),
        *[DAYS] * 4,
    ),
    max_size=12,
)


def test_weeks_are_whole_and_end_on_the_status_date() -> None:
    found = weeks(weekly(2, 0, 1))
    assert [(week.last, week.done) for week in found] == [(ago(14), 2), (ago(7), 0), (TODAY, 1)]
    assert all((week.last - week.first).days == 6 for week in found)


def test_a_week_that_began_before_the_work_is_no_week() -> None:
    assert len(weeks(work(item(1, started=6, finished=2)))) == 1
    assert weeks(work(item(1, started=5, finished=2))) == ()
    assert weeks(work(item(1))) == ()


def test_no_more_weeks_are_looked_back_on_than_asked_for() -> None:
    assert [week.done for week in weeks(weekly(3, 2, 1), 2)] == [2, 1]


def test_what_was_there_when_work_began_did_not_come_in() -> None:
    found = weeks(
        work(item(1, added=13, started=13), item(2, added=12), item(3, added=20), item(4, removed=1))
    )
    assert [week.added for week in found] == [1, -1]


def test_what_is_done_was_not_taken_out() -> None:
    assert [week.added for week in weeks(work(item(1, started=6, finished=3, removed=2)))] == [0]


def test_the_course_of_a_small_backlog() -> None:
    found = course(work(item(1, started=3, finished=1), item(2, added=2, size=5), item(3, removed=1)))
    assert [(day.day, day.waiting, day.in_progress, day.done) for day in found] == [
        (ago(3), 1, 1, 0),
        (ago(2), 2, 1, 0),
        (ago(1), 1, 0, 1),
        (ago(0), 1, 0, 1),
    ]


def test_by_size_items_without_one_count_for_nothing() -> None:
    found = course(work(item(1, started=1, size=3), item(2)), "size")
    assert [day.scope for day in found] == [3, 3]


@given(ITEMS)
def test_the_last_day_of_the_course_is_how_the_items_stand(items: list[BacklogItem]) -> None:
    found = course(work(*items))
    if found:
        stands = [one.stand(TODAY) for one in items]
        last = found[-1]
        assert last.day == TODAY
        assert [last.waiting, last.in_progress, last.done] == [
            stands.count(stand) for stand in ("waiting", "in progress", "done")
        ]


@given(ITEMS)
def test_each_day_of_the_course_is_how_the_items_stood(items: list[BacklogItem]) -> None:
    for day in course(work(*items)):
        stands = [one.stand(day.day) for one in items]
        assert (day.in_progress, day.done) == (stands.count("in progress"), stands.count("done"))


@given(st.integers(0, 800_000))
def test_a_long_course_has_few_days_and_both_ends(number: int) -> None:
    last = date(2500, 1, 1)
    days = days_between(last - timedelta(days=number), last)
    assert (days[0], days[-1]) == (last - timedelta(days=number), last)
    assert len(days) <= MOST_DAYS + 2
    assert list(days) == sorted(set(days))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=15))
def test_littles_law_is_exact_where_all_that_begins_ends(spans: list[tuple[int, int]]) -> None:
    """The sum of cycle times is the sum of items at work over all days: each side counts the same days."""
    items = [item(at, started=max(pair), finished=min(pair)) for at, pair in enumerate(spans)]
    first = max(max(pair) for pair in spans)
    pad = item(99, started=first + (-first - 1) % 7, finished=first + (-first - 1) % 7)
    law = littles_law(work(*items, pad))
    assert law
    assert law.cycle_time == pytest.approx(law.expected)
    assert law.cycle_time == pytest.approx(
        sum(cycle_time(one) or 0 for one in (*items, pad)) / (len(items) + 1)
    )


def test_littles_law_tells_of_work_that_is_begun_and_not_finished() -> None:
    law = littles_law(work(item(1, started=6, finished=6), item(2, started=6), item(3, started=6)))
    assert law
    assert (law.in_progress, law.cycle_time, law.expected) == (pytest.approx(15 / 7), 1, pytest.approx(15))


def test_without_a_week_there_is_no_law_and_without_a_finish_nothing_follows() -> None:
    assert littles_law(work(item(1, started=2))) is None
    law = littles_law(work(item(1, started=6)))
    assert law
    assert (law.expected, law.cycle_time) == (None, None)
