"""Known problems: what is hidden, and which files are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbook.checks.known import read, sift, written
from handbook.problems import Place, Problem
from hypothesis import given

from tests.checks.problems import LATE, ODD, REMARK, UNKNOWN, lists_of_problems


def test_what_was_there_is_hidden() -> None:
    known = read(written([UNKNOWN, LATE, REMARK]))
    moved = replace(LATE, place=Place(LATE.place.file, 90))
    assert sift([UNKNOWN, moved], known) == ((), 2, 1)


def test_a_second_equal_problem_is_new() -> None:
    second = replace(LATE, place=Place(LATE.place.file, 90))
    assert sift([LATE, second], read(written([LATE]))) == ((second,), 1, 0)
    assert sift([LATE, second], read(written([LATE, second]))) == ((), 2, 0)


def test_a_fatal_problem_is_never_known() -> None:
    assert sift([ODD], read(written([ODD]))) == ((ODD,), 0, 0)
    disguised = written([replace(ODD, fatal=False)])
    assert sift([ODD], read(disguised)).new == (ODD,)


@given(problems=lists_of_problems)
def test_whatever_is_written_is_known(problems: list[Problem]) -> None:
    known = read(written(problems).encode().decode())
    new, count, gone = sift(problems, known)
    assert [problem for problem in new if not problem.fatal] == []
    assert (count + len(new), gone) == (len(problems), 0)


def test_the_order_of_problems_does_not_change_the_file() -> None:
    assert written([UNKNOWN, LATE]) == written([LATE, UNKNOWN])


def test_each_problem_has_a_line() -> None:
    lines = written([LATE, UNKNOWN]).splitlines()
    assert len(lines) == 7
    assert '"count": 1, "code": "RISK005", "file": "projects/apollo/risks.yml"' in lines[3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Expecting value"),
        ("[]", "expected an object with 'version' and 'known'"),
        ('{"known": []}', "expected version 1, found 'None'"),
        ('{"version": 2, "known": []}', "expected version 1, found '2'"),
        ('{"version": 1, "known": [3]}', "expected a fingerprint and a count above 0 in entry 1"),
        ('{"version": 1, "known": [{"fingerprint": "a", "count": true}]}', "in entry 1"),
        ('{"version": 1, "known": [{"fingerprint": "a", "count": -1}]}', "in entry 1"),
        ("[" * 200_000, "nested too deep"),
    ],
)
def test_a_file_that_is_none(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read(text)
