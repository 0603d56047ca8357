"""The time axis: days in their places, the unit of the calendar that can be read."""

from datetime import date, datetime, time

import pytest
from handbook.views.drawings.axis import Axis


def _names(first: date, last: date, width: float = 600) -> list[str]:
    return [band.name for band in Axis(first, last, 0, width).bands()]


def test_days_are_equally_wide() -> None:
    axis = Axis(date(2026, 1, 1), date(2026, 12, 31), 100, 465)
    assert axis.at(date(2026, 1, 1)) == 100
    assert axis.at(date(2026, 3, 1)) == 100 + 59
    assert axis.at(datetime.combine(date(2026, 1, 1), time(12))) == 100.5


def test_moments_beyond_the_ends_stay_on_the_axis() -> None:
    axis = Axis(date(2026, 1, 1), date(2026, 1, 10), 0, 100)
    assert axis.at(date(2025, 1, 1)) == 0
    assert axis.at(date(2027, 1, 1)) == 100
    assert not axis.shows(date(2026, 1, 11))


def test_months_are_as_wide_as_they_are_long() -> None:
    bands = Axis(date(2026, 1, 1), date(2026, 12, 31), 0, 365).bands()
    assert [round(band.right - band.left) for band in bands] == [
        31,
        28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 6, 1), date(2026, 6, 28), ["1 Jun", "8 Jun", "15 Jun", "22 Jun"]),
        (date(2026, 1, 1), date(2026, 4, 30), ["Jan", "Feb", "Mar", "Apr"]),
        (date(2025, 1, 1), date(2027, 12, 31), ["Q1", "Q2", "Q3", "Q4"] * 3),
        (date(2020, 1, 1), date(2029, 12, 31), [str(year) for year in range(2020, 2030)]),
    ],
)
def test_the_smallest_unit_that_can_be_read(first: date, last: date, expected: list[str]) -> None:
    assert _names(first, last) == expected


def test_a_unit_cut_off_has_no_name_that_would_not_fit() -> None:
    assert _names(date(2026, 1, 28), date(2026, 12, 31))[0] == ""


def test_years_stand_over_smaller_units_only() -> None:
    assert [band.name for band in Axis(date(2025, 7, 1), date(2026, 12, 31), 0, 600).years()] == [
        "2025",
        "2026",
    ]
    assert Axis(date(2026, 1, 1), date(2026, 12, 31), 0, 600).years() == ()
    assert Axis(date(2020, 1, 1), date(2029, 12, 31), 0, 600).years() == ()
