"""Working days are counted as one would on a wall calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from handbook.planning.days import DayCount
from handbook.schedule import WorkingCalendar
from hypothesis import given
from hypothesis import strategies as st

DAY = ((480, 720), (780, 1020))
OFFICE = WorkingCalendar((DAY, DAY, DAY, DAY, DAY, (), ()))
FRIDAY, MONDAY = date(2026, 6, 5), date(2026, 6, 8)
DATES = st.dates(date(2026, 5, 1), date(2026, 8, 1))


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, MONDAY, 1),
        (MONDAY, FRIDAY, -1),
        (FRIDAY, date(2026, 6, 7), 0),
        (date(2026, 6, 7), MONDAY, 1),
        (date(1, 1, 1), date(1, 1, 8), 5),
        (date(1, 1, 1), date.max, 521_722 * 5 + 4),
    ],
)
def test_from_friday_to_monday_is_one(earlier: date, later: date, days: int) -> None:
    assert DayCount(OFFICE).between(earlier, later) == days


@given(st.lists(st.booleans(), min_size=7, max_size=7), st.dictionaries(DATES, st.booleans()), DATES, DATES)
def test_as_many_as_one_counts_by_hand(
    week: list[bool], exceptions: dict[date, bool], one: date, other: date
) -> None:
    calendar = WorkingCalendar(
        tuple(DAY if is_worked else () for is_worked in week),
        {day.toordinal(): DAY if is_worked else () for day, is_worked in exceptions.items()},
    )
    earlier, later = min(one, other), max(one, other)
    days = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days + 1)]

    counted = sum(exceptions.get(day, week[day.weekday()]) for day in days)

    assert DayCount(calendar).between(earlier, later) == counted
    assert DayCount(calendar).between(later, earlier) == -counted
