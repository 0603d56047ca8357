"""The diagnostics that reviewdog reads."""

from __future__ import annotations

import json
from typing import Any

from handbook.checks.reporters import rdjson
from handbook.problems import Problem
from hypothesis import given

from tests.checks.problems import ALL, LATE, lists_of_problems


def _told(*problems: Problem) -> dict[str, Any]:
    return dict(json.loads(rdjson.report(problems)))


def test_a_diagnostic_has_what_a_comment_needs() -> None:
    assert _told(LATE) == {
        "source": {"name": "handbook"},
        "diagnostics": [
            {
                "message": "expected a review by 2026-02-20, found none – look at it",
                "location": {"path": "projects/apollo/risks.yml", "range": {"start": {"line": 7}}},
                "severity": "WARNING",
                "code": {"value": "RISK005"},
            }
        ],
    }


def test_severities_are_those_of_reviewdog() -> None:
    told = [one["severity"] for one in _told(*ALL)["diagnostics"]]
    assert told == ["ERROR", "ERROR", "WARNING", "ERROR", "INFO"]


@given(problems=lists_of_problems)
def test_every_diagnostic_can_be_read_by_reviewdog(problems: list[Problem]) -> None:
    told = _told(*problems)
    assert set(told) == {"source", "diagnostics"}
    assert len(told["diagnostics"]) == len(problems)
    for one in told["diagnostics"]:
        assert set(one) == {"message", "location", "severity", "code"}
        assert set(one["location"]) == {"path", "range"}
        assert set(one["location"]["range"]["start"]) == {"line"}
        assert one["location"]["range"]["start"]["line"] >= 1
