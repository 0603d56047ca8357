"""Exceptions of calendars that come again, as the days that they are."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest
from handbook.exchange.plans.mspdi.recurrence import Recurrence, days

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (Recurrence(1, date(2026, 5, 1), date(2026, 5, 3)), ["05-01", "05-02", "05-03"]),
        (Recurrence(1, *YEAR, period=100), ["01-01", "04-11", "07-20", "10-28"]),
        (Recurrence(1, *YEAR, occurrences=2), ["01-01", "01-02"]),
        (Recurrence(2, *YEAR, month=10, day=3), ["10-03"]),
        (Recurrence(2, *YEAR, month=2, day=30), []),
        # The fourth Thursday of November.
        (Recurrence(3, *YEAR, month=11, item=7, position=3), ["11-26"]),
        # The last Monday of May.
        (Recurrence(3, *YEAR, month=5, item=4, position=4), ["05-25"]),
        (Recurrence(4, *YEAR, day=31), ["01-31", "03-31", "05-31", "07-31", "08-31", "10-31", "12-31"]),
        (Recurrence(4, *YEAR, day=1, period=6), ["01-01", "07-01"]),
        # The first working day of each third month, and the first Sunday.
        (Recurrence(5, *YEAR, item=1, position=0, period=3), ["01-01", "04-01", "07-01", "10-01"]),
        (Recurrence(5, *YEAR, item=3, position=0, period=6), ["01-04", "07-05"]),
        # Every second Friday from a Thursday on.
        (Recurrence(6, date(2026, 1, 1), date(2026, 2, 6), 2, days_of_week=32), ["01-02", "01-16", "01-30"]),
    ],
)
def test_days_of_a_recurrence(one: Recurrence, expected: list[str]) -> None:
    assert [f"{day:%m-%d}" for day in islice(days(one), 20)] == expected
