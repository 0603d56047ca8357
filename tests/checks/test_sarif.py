"""SARIF: what code scanning shows, and how much of it."""

from __future__ import annotations

import json
from random import Random
from typing import Any
from zlib import compress

import pytest
from handbook import __version__
from handbook.checks.registry import rule
from handbook.checks.reporters import sarif
from handbook.problems import Place, Problem, Severity

from tests.checks.problems import ALL, FOREIGN, LATE, ODD, REMARK, UNKNOWN


def _run(*problems: Problem) -> dict[str, Any]:
    (run,) = json.loads(sarif.report(problems))["runs"]
    return run


def test_a_result_leads_to_its_rule() -> None:
    run = _run(*ALL)
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["version"] == __version__
    assert [one["id"] for one in rules] == ["CHECK009", "ORG001", "REF001", "REF005", "RISK005"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [p.code for p in ALL]
    assert [one["level"] for one in run["results"]] == ["error", "error", "warning", "error", "note"]


def test_a_rule_brings_its_manual_page() -> None:
    (told,) = _run(LATE)["tool"]["driver"]["rules"]
    page = rule("RISK005").manual
    assert told["name"] == "review-overdue"
    assert told["shortDescription"]["text"] == page.summary
    assert told["fullDescription"]["text"].startswith(page.why[:40])
    assert "Fails:" in told["help"]["markdown"]
    assert told["defaultConfiguration"] == {"level": "warning"}


def test_a_place_is_an_address_below_the_root() -> None:
    (result,) = _run(LATE)["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "projects/apollo/risks.yml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 14},
    }
    assert _run(LATE)["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("file", "address"),
    [
        (UNKNOWN.place.file, {"uri": "projects/apollo/%C3%9Cber%20uns/r%201.yml", "uriBaseId": "%SRCROOT%"}),
        ("a:b/c#d?e.yml", {"uri": "a%3Ab/c%23d%3Fe.yml", "uriBaseId": "%SRCROOT%"}),
        (FOREIGN.place.file, {"uri": "file:///elsewhere/projects/handbook.yml"}),
        ("C:/books/projects/a.yml", {"uri": "file:///C:/books/projects/a.yml"}),
        (REMARK.place.file, {"uri": "projects/%5Cudcff.yml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_an_address_is_encoded(file: str, address: dict[str, str]) -> None:
    (result,) = _run(Problem("RISK005", "late", Place(file)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == address


def test_a_message_holds_no_link_and_no_hidden_character() -> None:
    (result,) = _run(UNKNOWN)["results"]
    assert result["message"]["text"] == (
        "unknown person '\\u202eanna ]]> [x] (https://example.org)' – did you mean 'ana'?"
    )


def test_lines_above_change_no_fingerprint() -> None:
    before, after = (
        _run(Problem("RISK005", "late", Place("a.yml", line), record="apollo/R-1"))["results"][0]
        for line in (3, 90)
    )
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert before != after


def test_a_rule_that_broke_down_is_told() -> None:
    assert _run(LATE)["invocations"] == [{"executionSuccessful": True}]
    assert _run(LATE, ODD)["invocations"] == [{"executionSuccessful": False}]


def test_no_more_results_than_github_takes_the_worst_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sarif.MOST_RESULTS == 25_000
    monkeypatch.setattr(sarif, "MOST_RESULTS", 1000)
    many = [Problem("RISK005", f"number {n}", Place("a.yml", n), Severity.WARNING) for n in range(1, 1002)]
    run = _run(*many, Problem("REF001", "the worst", Place("z.yml")))
    assert len(run["results"]) == 1000
    assert run["results"][0]["message"]["text"] == "the worst"
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("2 of 1,002 problems are left out")


def test_no_larger_than_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_BYTES", 100_000)
    chance = Random(1)
    many = [
        Problem("RISK005", "".join(chance.choices("abcdefghijklmnop0123456789", k=500)), Place("a.yml", n))
        for n in range(1, 1001)
    ]
    log = sarif.report(many)
    (run,) = json.loads(log)["runs"]
    assert 20_000 < len(compress(log.encode())) <= 100_000
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith(f"{1000 - len(run['results'])} of 1,000")
