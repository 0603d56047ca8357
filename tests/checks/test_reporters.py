"""Reporters: the same problems for people, programs and GitHub."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from handbook.checks.fingerprint import fingerprint
from handbook.checks.reporters import github, text
from handbook.checks.reporting import formats, reporter
from handbook.problems import Place, Problem, Severity
from hypothesis import given

from tests.checks.problems import CIRCLE, LATE, ODD, lists_of_problems


def test_formats_are_found_by_their_files() -> None:
    assert formats() == ("github", "gitlab", "json", "junit", "rdjson", "sarif", "text")


def test_a_line_for_each_and_a_count() -> None:
    assert text.report([ODD, LATE]).splitlines() == [
        "projects/a,b:c.yml:1:2: CHECK009 100% of\\n::error::it\\x1b[2J: odd, very",
        "projects/apollo/risks.yml:7:14: RISK005 expected a review by 2026-02-20, found none – look at it",
        "1 error, 1 warning",
    ]


def test_notes_stand_below_their_problem() -> None:
    assert text.report([CIRCLE]).splitlines()[1:3] == [
        "    projects/apollo/plan.yml:2:9: 'A' waits for 'B' (beta/plan.b)",
        "    projects/beta/plan.yml:3:9: 'B' waits for 'A\\x1b[2J'",
    ]


def test_programs_are_told_the_notes() -> None:
    (told,) = json.loads(reporter("json")([CIRCLE]))["problems"]
    assert [(note["file"], note["line"]) for note in told["notes"]] == [
        ("projects/apollo/plan.yml", 2),
        ("projects/beta/plan.yml", 3),
    ]
    (result,) = json.loads(reporter("sarif")([CIRCLE]))["runs"][0]["results"]
    assert result["relatedLocations"][1]["physicalLocation"]["region"]["startLine"] == 3
    (diagnostic,) = json.loads(reporter("rdjson")([CIRCLE]))["diagnostics"]
    assert len(diagnostic["message"].splitlines()) == 3
    (failure,) = ElementTree.fromstring(reporter("junit")([CIRCLE])).iter("failure")
    assert failure.text.count("\n    ") == 0
    assert len(failure.text.splitlines()) == 3


def test_nothing_found() -> None:
    assert text.report([]) == "no problems\n"
    assert json.loads(reporter("json")([]))["problems"] == []
    assert github.report([]) == "no problems\n"


def test_parts_of_a_line_are_painted() -> None:
    painted = text.report([LATE], lambda told, what: f"<{what}:{told}>").splitlines()[0]
    assert painted.startswith("<place:projects/apollo/risks.yml:7:14:> <warning:RISK005> expected")
    assert painted.endswith("<cure: – look at it>")


def test_json_says_everything() -> None:
    assert json.loads(reporter("json")([ODD, LATE])) == {
        "version": 1,
        "counts": {"error": 1, "warning": 1, "info": 0},
        "problems": [
            {
                "code": "CHECK009",
                "name": "rule-broken-down",
                "severity": "error",
                "message": ODD.message,
                "cure": "",
                "file": "projects/a,b:c.yml",
                "line": 1,
                "column": 2,
                "project": None,
                "record": None,
                "fingerprint": fingerprint(ODD),
                "fatal": True,
                "notes": [],
            },
            {
                "code": "RISK005",
                "name": "review-overdue",
                "severity": "warning",
                "message": LATE.message,
                "cure": "look at it",
                "file": "projects/apollo/risks.yml",
                "line": 7,
                "column": 14,
                "project": "apollo",
                "record": "apollo/R-1",
                "fingerprint": fingerprint(LATE),
                "fatal": False,
                "notes": [],
            },
        ],
    }


def test_a_command_to_github_holds_one_problem_and_nothing_else() -> None:
    commands = [line for line in github.report([ODD, LATE]).splitlines() if line.startswith("::")]
    assert commands == [
        "::error file=projects/a%2Cb%3Ac.yml,line=1,col=2,title=CHECK009 rule-broken-down::"
        "100%25 of\\n::error::it\\x1b[2J: odd, very",
        "::warning file=projects/apollo/risks.yml,line=7,col=14,title=RISK005 review-overdue::"
        "expected a review by 2026-02-20, found none – look at it",
    ]


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_github_is_sent_no_more_than_it_shows(severity: Severity, command: str) -> None:
    many = [Problem("RISK005", f"number {n}", Place("a.yml", n), severity) for n in range(30)]
    worst = Problem("CHECK009", "the worst", Place("z.yml"), severity, fatal=True)
    lines = github.report([*many, worst]).splitlines()
    sent = [line for line in lines if line.startswith(f"::{command} ")]
    assert len(sent) == 10
    assert "the worst" in sent[0]
    assert sum("RISK005 number" in line for line in lines if not line.startswith("::")) == 30


def test_the_page_of_a_run_lists_problems_as_plain_text() -> None:
    page = github.step_summary([Problem("RISK005", "a | b <img src=x> **c** [d](e)", Place("f.yml"))])
    assert page.splitlines()[0] == "### Handbook: 1 error"
    row = page.splitlines()[-1]
    assert row.count(" | ") == 3
    assert "<img" not in row
    assert "\\*\\*c\\*\\*" in row
    assert "\\[d\\](e)" in row


@pytest.mark.parametrize("taken", [0, 400_000])
def test_the_page_of_a_run_is_cut_to_what_github_takes_the_worst_first(taken: int) -> None:
    many = [Problem("RISK005", "ä" * 200, Place("a.yml", n), Severity.WARNING) for n in range(1, 9_000)]
    worst = Problem("REF001", "the worst", Place("z.yml"))
    page = github.step_summary([*many, worst], taken)
    assert github.MOST_BYTES - 1000 < len(page.encode()) + taken <= github.MOST_BYTES
    shown = [line for line in page.splitlines() if line.startswith(("| error", "| warning"))]
    assert "the worst" in shown[0]
    assert page.splitlines()[-1] == f"{9_000 - len(shown):,} more did not fit here; the log has them."


def test_a_page_that_is_full_takes_a_line() -> None:
    assert github.step_summary([LATE], github.MOST_BYTES - 100) == (
        "\n1 more did not fit here; the log has them.\n"
    )


@pytest.mark.parametrize("format_", ["gitlab", "json", "rdjson", "sarif"])
@given(problems=lists_of_problems)
def test_json_can_be_read_whatever_records_say(format_: str, problems: list[Problem]) -> None:
    read = json.loads(reporter(format_)(problems).encode())
    json.dumps(read, ensure_ascii=False).encode()  # half a character would raise


@given(problems=lists_of_problems)
def test_xml_can_be_read_whatever_records_say(problems: list[Problem]) -> None:
    root = ElementTree.fromstring(reporter("junit")(problems).encode())
    assert len(root.findall("testsuite/testcase")) == max(1, len(problems))


@pytest.mark.parametrize("format_", ["text", "github"])
@given(problems=lists_of_problems)
def test_a_problem_keeps_to_its_line(format_: str, problems: list[Problem]) -> None:
    lines = reporter(format_)(problems).encode().decode().split("\n")
    expected = len(problems) + sum(len(problem.notes) for problem in problems) + 1
    if format_ == "github":
        expected += sum(min(10, sum(p.severity is one for p in problems)) for one in Severity)
    assert len(lines) == expected + 1
    assert "\r" not in "".join(lines)
