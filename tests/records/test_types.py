"""What a type reads it prints, and reading that gives the same value again; what is no value is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from handbook.records.types.clock import read_hours
from handbook.records.types.day import read_day
from handbook.records.types.dependency import Dependency, read_dependency
from handbook.records.types.duration import Duration, read_duration
from handbook.records.types.identifier import PATTERN, is_id, read_id
from handbook.records.types.money import Money, read_currency, read_money
from handbook.records.types.percent import read_percent, read_units
from handbook.records.types.rating import Rating, read_impact, read_probability
from handbook.records.types.reference import read_reference
from handbook.records.types.text import LINE_LIMIT, read_line, read_prose
from handbook.records.types.web import read_email, read_url
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

amounts = st.decimals(0, 999_999, places=2)
ids = st.from_regex(PATTERN, fullmatch=True).filter(is_id)
durations = st.builds(Duration, amounts, st.sampled_from(["min", "h", "d", "w"]), st.booleans())
currencies = st.sampled_from([None, "EUR", "USD", "CHF"])
lags = st.none() | durations


@st.composite
def dependencies(draw: st.DrawFn) -> Dependency:
    lag = draw(lags)
    return Dependency(
        draw(ids), draw(st.sampled_from(["FS", "SS", "FF", "SF"])), lag, bool(lag) and draw(st.booleans())
    )


@given(durations)
def test_a_duration_is_read_as_it_is_printed(value: Duration) -> None:
    assert read_duration(str(value)) == value


@given(dependencies())
def test_a_dependency_is_read_as_it_is_printed(value: Dependency) -> None:
    assert read_dependency(str(value)) == value


@given(st.builds(Money, st.decimals(-(10**12), 10**12, places=2), currencies))
def test_money_is_read_as_it_is_printed(value: Money) -> None:
    assert read_money(str(value)) == value


@given(st.dates())
def test_a_date_is_read_as_it_is_printed(value: date) -> None:
    assert read_day(value.isoformat()) == value


@given(
    st.one_of(
        st.builds(Rating, level=st.integers(1, 9)),
        st.builds(Rating, name=st.from_regex("[a-z][a-z-]{0,39}", fullmatch=True)),
    )
)
def test_a_rating_is_read_as_it_is_printed(value: Rating) -> None:
    assert read_probability(str(value)) == value
    assert read_impact(str(value)) == value


@given(st.integers(0, 100))
def test_a_share_is_read_as_it_is_printed(percent: int) -> None:
    rating = read_probability(f"{percent}%")
    assert read_probability(str(rating)) == rating
    assert read_percent(f"{percent} %") == percent / 100


@given(ids)
def test_an_id_is_an_address_alone_in_a_project_and_of_a_person(id_: str) -> None:
    assert read_id(id_) == id_
    assert [read_reference(text) for text in (id_, f"apollo/{id_}", f"@{id_}")] == [
        id_,
        f"apollo/{id_}",
        f"@{id_}",
    ]


READERS: list[Callable[[object], object]] = [
    *(read_hours, read_day, read_dependency, read_duration, read_id, read_money, read_currency, read_percent),
    *(read_units, read_probability, read_impact, read_reference, read_line, read_prose, read_url, read_email),
]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@given(
    found=st.text(max_size=40)
    | st.lists(st.text(max_size=3))
    | st.dictionaries(st.text(), st.text())
    | st.none()
)
def test_whatever_is_written_is_read_or_refused_with_a_code(reader: Any, found: object) -> None:
    refused = _refusal(reader, found)
    if refused is not None:
        assert refused.type.startswith("FIELD")
        assert refused.context is not None
        assert "expected" in refused.context["message"] or "holds" in refused.context["message"]


def _refusal(reader: Any, found: object) -> PydanticCustomError | None:
    try:
        reader(found)
    except PydanticCustomError as refused:
        return refused
    return None


REFUSED = {
    "2025-30-01": (read_day, "FIELD005", "there is no month 30; did you mean 2025-01-30?"),
    "2025-44-01": (read_day, "FIELD005", "there is no month 44"),
    "2025-02-30": (read_day, "FIELD005", "there is no day 30 in that month"),
    "2025-2-3": (read_day, "FIELD005", "write year, month and day with hyphens: YYYY-MM-DD"),
    "2025-\u0660\u0661-01": (read_day, "FIELD005", "write year, month and day with hyphens: YYYY-MM-DD"),
    "3": (read_duration, "FIELD006", "add a unit: 3d for working days"),
    "-3d": (read_duration, "FIELD006", "write a number and a unit: h, d or w; ed for elapsed days"),
    "R–1": (read_id, "FIELD007", "use ASCII letters only; U+2013 is not one, though it may look like one"),
    "1.R": (
        read_id,
        "FIELD007",
        "start with a letter; then letters, digits, underscores; join parts by a hyphen or a dot",
    ),
    "101%": (read_percent, "FIELD009", ""),
    "40": (read_percent, "FIELD009", "write 40%"),
    "9:00-8:00": (
        read_hours,
        "FIELD009",
        "write spans in order, from 0:00 to 24:00, with a space between them",
    ),
    "8:00-8:60": (
        read_hours,
        "FIELD009",
        "write spans in order, from 0:00 to 24:00, with a space between them",
    ),
    "1,500 EUR": (
        read_money,
        "FIELD010",
        "a comma can mean two things; use a point for decimals and spaces between thousands",
    ),
    "eur": (read_currency, "FIELD010", "write the three capital letters of ISO 4217"),
    "30 percent": (read_probability, "FIELD011", ""),
    "x" * (LINE_LIMIT + 1): (
        read_line,
        "FIELD012",
        "shorten it, or move the detail to a page of the project",
    ),
    "a\u200bb": (read_line, "FIELD013", "remove it"),
    "a\nb": (read_line, "FIELD013", "write it on one line"),
    "apollo/R 7": (read_reference, "FIELD014", ""),
    "a XX": (read_dependency, "FIELD015", "the types are FS, SS, FF and SF; a lag is +2d, a lead is -2d"),
    "javascript:alert(1)": (read_url, "FIELD016", ""),
    "//example.org": (read_url, "FIELD016", ""),
    "ana": (read_email, "FIELD016", ""),
}


@pytest.mark.parametrize("found", REFUSED)
def test_a_wrong_value_is_refused_with_what_to_write_instead(found: str) -> None:
    reader, code, cure = REFUSED[found]
    with pytest.raises(PydanticCustomError) as refused:
        reader(found)
    assert refused.value.type == code
    assert refused.value.context is not None
    assert refused.value.context["cure"] == cure


VALUES: dict[str, tuple[Callable[[object], object], object]] = {
    "12 000 EUR": (read_money, Money(Decimal(12000), "EUR")),
    "12k EUR": (read_money, Money(Decimal(12000), "EUR")),
    "1.5M": (read_money, Money(Decimal(1_500_000))),
    "1.5d": (read_duration, Duration(Decimal("1.5"), "d")),
    "3ed": (read_duration, Duration(Decimal(3), "d", True)),
    "30min": (read_duration, Duration(Decimal(30), "min")),
    "design.schema SS+2d": (read_dependency, Dependency("design.schema", "SS", Duration(Decimal(2), "d"))),
    "other/M-4 FS-1d": (read_dependency, Dependency("other/M-4", "FS", Duration(Decimal(1), "d"), True)),
    "a + 2d": (read_dependency, Dependency("a", "FS", Duration(Decimal(2), "d"))),
    "250%": (read_units, 2.5),
    "1": (read_units, 1.0),
    "8:00-12:00, 13:00–17:00": (read_hours, ((480, 720), (780, 1020))),
    "free": (read_hours, ()),
    "  NO  ": (read_line, "NO"),
}


@pytest.mark.parametrize("found", VALUES)
def test_a_value_is_what_it_looks_like(found: str) -> None:
    reader, expected = VALUES[found]
    assert reader(found) == expected


@pytest.mark.parametrize(
    ("written", "working", "elapsed"),
    [("1d", 480, 1440), ("1w", 2400, 10080), ("90min", 90, 90), ("1.5h", 90, 90), ("0.0001d", 0, 0)],
)
def test_minutes(written: str, working: int, elapsed: int) -> None:
    value = read_duration(written)
    assert value.minutes(480, 2400) == working
    assert Duration(value.amount, value.unit, True).minutes(480, 2400) == elapsed
