"""The words are those a reader would use."""

from datetime import date

import pytest
from handbook.analysis import words

STATUS = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.day(date(2026, 5, 12), STATUS), "12 May"),
        (words.day(date(2027, 5, 2), STATUS), "2 May 2027"),
        (words.slip(8), "8 days late"),
        (words.slip(1), "1 day late"),
        (words.slip(0), "on time"),
        (words.slip(-2), "2 days early"),
        (words.count(0, "threat"), "no threats"),
        (words.count(1, "threat"), "one threat"),
        (words.count(12, "threat"), "twelve threats"),
        (words.count(13, "threat"), "13 threats"),
        (words.count(2, "opportunity", "opportunities"), "two opportunities"),
        (words.figure(2, "threat"), "2 threats"),
        (words.age(0), "today"),
        (words.age(1), "yesterday"),
        (words.age(3), "3 days ago"),
        (words.age(-2), "in 2 days"),
        (words.listed(["a"]), "a"),
        (words.listed(["a", "b"]), "a and b"),
        (words.listed(["a", "b", "c"]), "a, b and c"),
        (words.capital("one risk in WP 2"), "One risk in WP 2"),
    ],
)
def test_words(said: str, expected: str) -> None:
    assert said == expected
