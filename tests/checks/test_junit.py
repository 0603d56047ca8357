"""JUnit XML: what a build server shows as tests."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from handbook.checks.reporters import junit
from handbook.problems import Place, Problem

from tests.checks.problems import ALL, LATE, ODD, REMARK, UNKNOWN


def _read(*problems: Problem) -> Element:
    return fromstring(junit.report(problems).encode())


def test_no_problem_is_a_test_that_passed() -> None:
    root = _read()
    assert root.attrib == {"name": "handbook check", "tests": "1", "failures": "0", "errors": "0"}
    (test,) = root.iter("testcase")
    assert test.get("name") == "no problems"
    assert list(test) == []


def test_a_test_ends_as_grave_as_the_problem_is() -> None:
    root = _read(*ALL)
    assert root.attrib == {"name": "handbook check", "tests": "5", "failures": "3", "errors": "1"}
    ends = [(end.tag, end.get("type")) for test in root.iter("testcase") for end in test]
    assert ends == [
        ("failure", "error"),
        ("failure", "error"),
        ("failure", "warning"),
        ("error", "error"),
        ("system-out", None),
    ]


def test_a_suite_for_each_file() -> None:
    other = replace(LATE, place=Place(LATE.place.file, 20), record="apollo/R-3")
    suites = _read(LATE, other, REMARK).findall("testsuite")
    assert [(one.get("name"), one.get("tests")) for one in suites] == [
        ("projects/apollo/risks.yml", "2"),
        ("projects/\\udcff.yml", "1"),
    ]


def test_a_test_keeps_its_name_when_lines_move() -> None:
    first, second = (
        _read(replace(LATE, place=Place(LATE.place.file, line))).find("*/testcase") for line in (7, 90)
    )
    assert first is not None
    assert second is not None
    assert (
        first.attrib
        == second.attrib
        == {
            "classname": "projects.apollo.risks",
            "name": "RISK005 review-overdue apollo/R-1",
        }
    )
    assert first[0].text != second[0].text


def test_two_tests_of_a_file_have_two_names() -> None:
    names = [test.get("name") for test in _read(LATE, LATE).iter("testcase")]
    assert names == ["RISK005 review-overdue apollo/R-1", "RISK005 review-overdue apollo/R-1 (2)"]


def test_all_is_told_as_plain_text() -> None:
    (end,) = _read(UNKNOWN).iter("failure")
    assert end.get("message") == (
        "unknown person '\\u202eanna ]]> [x](https://example.org)' – did you mean 'ana'?"
    )
    assert end.text == f"projects/apollo/Über uns/r 1.yml:3:5: REF001 {end.get('message')}"
    (error,) = _read(ODD).iter("error")
    assert error.get("message") == "100% of\\n::error::it\\x1b[2J: odd, very"
