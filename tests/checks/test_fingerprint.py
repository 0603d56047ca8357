"""The fingerprint of a problem: what changes it, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbook.checks.fingerprint import fingerprint, fingerprints
from handbook.problems import Place, Problem, Severity

from tests.checks.problems import LATE, ODD, UNKNOWN


@pytest.mark.parametrize(
    "same",
    [
        replace(LATE, place=Place(LATE.place.file, 70, 2)),
        replace(LATE, place=Place(f"docs/book/{LATE.place.file}", 7, 14)),
        replace(LATE, place=Place("projects/apollo/risks/R-1.md", 3)),
        replace(LATE, message="expected a review by 2026-03-20, found none"),
        replace(LATE, severity=Severity.ERROR),
        replace(LATE, cure="see to it"),
    ],
    ids=["lines above", "another folder", "a file of its own", "another day", "graver", "another cure"],
)
def test_a_problem_is_known_again(same: Problem) -> None:
    assert fingerprint(same) == fingerprint(LATE)


@pytest.mark.parametrize(
    "other",
    [
        replace(UNKNOWN, code="REF002"),
        replace(UNKNOWN, project="gemini"),
        replace(UNKNOWN, record="apollo/R-3"),
        replace(UNKNOWN, message="unknown person 'R-1'"),
        replace(UNKNOWN, message="unknown person 'R-2'"),
        replace(UNKNOWN, record="", place=Place("projects/people.yml")),
    ],
    ids=["rule", "project", "record", "value", "number in a value", "file"],
)
def test_another_problem_is_another(other: Problem) -> None:
    others = {fingerprint(UNKNOWN), fingerprint(replace(UNKNOWN, message="unknown person 'R-3'"))}
    assert fingerprint(other) not in others


@pytest.mark.parametrize(
    ("message", "later"),
    [
        ("expected a report at most 14d old, found 15d", "expected a report at most 14d old, found 16d"),
        ("expected at most 80% of '@ana', found 110%", "expected at most 80% of '@ana', found 1,120.5%"),
        (
            "expected a day up to 2026-02-28, found 2026-03-01",
            "expected a day up to 2026-03-30, found 2026-04-01",
        ),
    ],
)
def test_what_follows_the_day_is_left_out(message: str, later: str) -> None:
    assert fingerprint(replace(LATE, message=message)) == fingerprint(replace(LATE, message=later))


def test_a_number_that_is_part_of_a_name_stays() -> None:
    assert fingerprint(replace(LATE, message="R-1 is over")) != fingerprint(
        replace(LATE, message="R-2 is over")
    )


def test_none_stands_twice_and_the_first_stays_whatever_follows() -> None:
    twice = fingerprints([LATE, ODD, LATE])
    assert len(set(twice)) == 3
    assert twice[:2] == fingerprints([LATE, ODD]) == (fingerprint(LATE), fingerprint(ODD))
    assert fingerprints([UNKNOWN, LATE, LATE])[1:] == (twice[0], twice[2])
