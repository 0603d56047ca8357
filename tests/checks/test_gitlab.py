"""The code quality report of GitLab."""

from __future__ import annotations

import json
from typing import Any

from handbook.checks.reporters import gitlab
from handbook.problems import Problem
from hypothesis import given

from tests.checks.problems import ALL, LATE, UNKNOWN, lists_of_problems


def _told(*problems: Problem) -> list[dict[str, Any]]:
    return list(json.loads(gitlab.report(problems)))


def test_an_issue_has_what_gitlab_shows() -> None:
    (issue,) = _told(LATE)
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "RISK005 expected a review by 2026-02-20, found none – look at it",
        "check_name": "RISK005",
        "severity": "minor",
        "location": {"path": "projects/apollo/risks.yml", "lines": {"begin": 7}},
    }


def test_severities_are_those_of_gitlab() -> None:
    assert [issue["severity"] for issue in _told(*ALL)] == ["major", "major", "minor", "blocker", "info"]


def test_a_fingerprint_stays_when_others_come_and_go() -> None:
    alone, (_, beside) = _told(LATE), _told(UNKNOWN, LATE)
    assert alone[0] == beside


@given(problems=lists_of_problems)
def test_every_issue_can_be_taken_by_gitlab(problems: list[Problem]) -> None:
    issues = _told(*problems)
    assert len({issue["fingerprint"] for issue in issues}) == len(problems)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert isinstance(issue["location"]["path"], str)
        assert len(issue["description"]) < 50_000
