"""Working calendars: exact, monotone, fast over any span, and clear when there is no work."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from handbook.schedule import CONTINUOUS, NoWorkingTime, WorkingCalendar, intersection
from handbook.schedule.instants import instant, moment, written
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.schedule.plans import DAY, OFFICE, at

EMPTY = WorkingCalendar(((),) * 7)
NEAR = date(2026, 3, 2).toordinal()

breaks = st.lists(st.integers(0, 1440), unique=True, max_size=6).map(sorted)
days = breaks.map(lambda cuts: tuple(zip(cuts[0::2], cuts[1::2], strict=False)))
weeks = st.tuples(*[days] * 7)
exceptions = st.dictionaries(st.integers(NEAR - 40, NEAR + 40), days, max_size=8)
calendars = st.builds(WorkingCalendar, weeks, exceptions)
instants = st.integers(instant(date(2025, 11, 1)), instant(date(2026, 7, 1)))


def test_friday_evening_is_monday_morning() -> None:
    assert OFFICE.between(at("03-06T17"), at("03-09T08")) == 0
    assert OFFICE.next_working(at("03-06T17")) == at("03-09T08")
    assert OFFICE.previous_working(at("03-09T08")) == at("03-06T17")
    assert OFFICE.add(at("03-06T16"), 60) == at("03-06T17")
    assert OFFICE.add(at("03-06T16"), 61) == at("03-09T08:01")
    assert OFFICE.subtract(at("03-09T08"), 60) == at("03-06T16")
    assert OFFICE.subtract(at("03-09T13"), 4 * 60) == at("03-09T08")


def test_exceptions_take_away_and_add() -> None:
    days = {
        date(2026, 3, 3).toordinal(): (),
        date(2026, 3, 7).toordinal(): ((600, 720),),
    }
    calendar = WorkingCalendar(OFFICE.week, days)
    assert calendar.add(at("03-02T08"), 2 * 480) == at("03-04T17")
    assert calendar.between(at("03-02T00"), at("03-09T00")) == 4 * 480 + 120
    assert calendar.next_working(at("03-06T17")) == at("03-07T10")


def test_exception_that_changes_nothing_is_none() -> None:
    assert WorkingCalendar(OFFICE.week, {date(2026, 3, 3).toordinal(): DAY}) == OFFICE


@pytest.mark.parametrize("years", [1, 100, 7000])
def test_long_spans_are_exact(years: int) -> None:
    start, end = instant(date(2026, 1, 1)), instant(date(2026 + years, 1, 1))
    weekdays = sum(date.fromordinal(day).weekday() < 5 for day in range(start // 1440 + 1, end // 1440 + 1))
    assert OFFICE.between(start, end) == weekdays * 480


def test_last_minute_of_year_9999() -> None:
    end = instant(date(9999, 12, 31), 17 * 60)
    assert OFFICE.add(instant(date(9999, 12, 31), 8 * 60), 480) == end
    assert written(end) == "9999-12-31 17:00"
    assert written(OFFICE.add(end, 480)) == "day 3652062 17:00"


@pytest.mark.parametrize("days", [1_000, 10_000])
def test_add_and_subtract_long_spans(days: int) -> None:
    end = OFFICE.add(at("03-02T08"), days * 480)
    assert moment(end).hour == 17
    assert OFFICE.between(at("03-02T08"), end) == days * 480
    assert OFFICE.subtract(end, days * 480) == at("03-02T08")


def test_no_working_time_is_said() -> None:
    assert EMPTY.is_empty
    assert EMPTY.between(0, 10**9) == 0
    for move in (EMPTY.next_working, EMPTY.previous_working, lambda when: EMPTY.add(when, 1)):
        with pytest.raises(NoWorkingTime, match="no working days"):
            move(at("03-02T08"))


def test_working_time_that_runs_out_is_said() -> None:
    once = WorkingCalendar(EMPTY.week, {NEAR: DAY})
    assert not once.is_empty
    assert once.add(0, 480) == at("03-02T17")
    assert once.subtract(at("03-05T00"), 480) == at("03-02T08")
    with pytest.raises(NoWorkingTime):
        once.add(0, 481)
    with pytest.raises(NoWorkingTime):
        once.subtract(at("03-05T00"), 481)


@pytest.mark.parametrize(
    "day", [((10, 10),), ((20, 10),), ((0, 1441),), ((-1, 5),), ((10, 30), (20, 40)), ((30, 40), (10, 20))]
)
def test_impossible_days_are_refused(day: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="expected"):
        WorkingCalendar((day,) * 7)


def test_six_days_are_no_week() -> None:
    with pytest.raises(ValueError, match="7 days, found 6"):
        WorkingCalendar((DAY,) * 6)


def test_negative_work_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        OFFICE.add(0, -1)


def test_reads_as_text() -> None:
    assert str(OFFICE) == "Mon-Fri 08:00-12:00 13:00-17:00"
    assert str(EMPTY) == "no working days"
    week = (((480, 960),), *((DAY,) * 3), (), ((600, 720),), ())
    assert str(WorkingCalendar(week, {NEAR: ()})) == (
        "Mon 08:00-16:00, Tue-Thu 08:00-12:00 13:00-17:00, Sat 10:00-12:00, 1 exceptions"
    )


def test_travels_to_another_process() -> None:
    calendar = WorkingCalendar(OFFICE.week, {NEAR: ()})
    assert pickle.loads(pickle.dumps(calendar)) == calendar
    assert len({calendar, pickle.loads(pickle.dumps(calendar)), OFFICE}) == 2


@given(calendars, instants, instants)
def test_position_never_falls(calendar: WorkingCalendar, one: int, other: int) -> None:
    early, late = sorted((one, other))
    assert 0 <= calendar.between(early, late) <= late - early


@given(calendars, instants, st.integers(0, 5_000), st.integers(0, 5_000))
def test_adding_is_monotone_and_adds_up(calendar: WorkingCalendar, when: int, some: int, more: int) -> None:
    assume(any(calendar.week))
    assert calendar.add(when, some) <= calendar.add(when, some + more)
    assert calendar.between(when, calendar.add(when, some)) == some
    assert calendar.add(calendar.add(when, some), more) == calendar.add(when, some + more) or not more


@given(calendars, instants, st.integers(0, 5_000))
def test_subtract_undoes_add(calendar: WorkingCalendar, when: int, minutes: int) -> None:
    assume(any(calendar.week))
    begin, end = calendar.next_working(when), calendar.previous_working(when)
    assert calendar.subtract(calendar.add(begin, minutes), minutes) == begin
    assert calendar.add(calendar.subtract(end, minutes), minutes) == end


@given(calendars, st.integers(instant(date(2026, 1, 20)), instant(date(2026, 4, 20))))
def test_position_counts_minutes_one_by_one(calendar: WorkingCalendar, when: int) -> None:
    minute = when % 1440
    is_work = any(start <= minute < end for start, end in calendar.day(when // 1440 + 1))
    assert calendar.between(when, when + 1) == is_work
    assert not is_work or calendar.next_working(when) == when
    assert not is_work or calendar.previous_working(when + 1) == when + 1


@given(st.lists(calendars, min_size=1, max_size=3), instants)
def test_intersection_works_when_all_do(several: list[WorkingCalendar], when: int) -> None:
    both = intersection(*several, CONTINUOUS)
    assert both.between(when, when + 1) == min(one.between(when, when + 1) for one in several)
