"""The engine: what is selected, how grave it is, and that nothing is swallowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.checks import registry
from handbook.checks.rule import Fault
from handbook.problems import Place, Severity

from tests.checks.handbooks import lay, lines, problems

RISKS = """\
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20
  trigger: 2026-02-20
"""
PEOPLE = "ana: {name: Ana Silva}\ntom: {name: Tom Beck}\neve: {name: Eve Lund}\n"
FOUND = ["RISK010", "RISK005", "RISK006"]


def codes(folder: Path, settings: str = "", **choices: tuple[str, ...]) -> list[str]:
    files = {"apollo/risks.yml": RISKS, "handbook.yml": f"title: A handbook\n{settings}"}
    return [problem.code for problem in problems(lay(folder, files), **choices)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", FOUND),
        ("rules: {ignore: [RISK]}", []),
        ("rules: {ignore: [RISK], select: [RISK005]}", ["RISK005"]),
        ("rules: {select: [RISK], ignore: [RISK005]}", ["RISK010", "RISK006"]),
        ("rules: {select: [RISK00]}", ["RISK005", "RISK006"]),
        ("rules: {select: [risk005], ignore: [RISK005]}", []),
        ("rules: {projects: {Apollo: {ignore: [RISK005]}}}", ["RISK010", "RISK006"]),
        ("rules: {ignore: [RISK], projects: {apollo: {select: [RISK006]}}}", ["RISK006"]),
    ],
)
def test_the_longest_prefix_wins(settings: str, expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, settings) == expected


def test_the_command_goes_before_the_settings(tmp_path: Path) -> None:
    assert codes(tmp_path / "a", "rules: {ignore: [RISK005]}", select=("RISK005",)) == ["RISK005"]
    assert codes(tmp_path / "b", "rules: {select: [RISK005]}", ignore=("RISK005",)) == []


def test_severity_is_that_of_the_project_then_of_the_settings_then_of_the_rule(tmp_path: Path) -> None:
    here = "projects: {apollo: {severity: {RISK010: info}}}"
    settings = f"rules:\n  severity: {{RISK: error, RISK006: info}}\n  {here}\n"
    files = {"apollo/risks.yml": RISKS, "handbook.yml": settings}
    found = problems(lay(tmp_path, files))
    assert {problem.code: problem.severity for problem in found} == {
        "RISK005": Severity.ERROR,
        "RISK006": Severity.INFO,
        "RISK010": Severity.INFO,
    }


def test_problems_of_reading_are_selected_like_others_unless_they_are_fatal(tmp_path: Path) -> None:
    risks = {"apollo/risks.yml": RISKS.replace("2026-02-20", "20 February"), "apollo/issues.yml": "I-1: ["}
    wrong, fatal = (
        problems(lay(tmp_path, risks), select=("FIELD", "READ")),
        problems(tmp_path, select=("RACI",)),
    )
    assert [problem.code for problem in wrong] == ["READ002", "FIELD005"]
    assert [problem.code for problem in fatal] == ["READ002"]


def test_a_limit_of_one_project_holds_there_only(tmp_path: Path) -> None:
    people = "".join(f"p{n}: {{name: Person {n}}}\n" for n in range(4))
    row = "build: {ana: A/R, p0: C, p1: C, p2: C, p3: C}\n"
    files = {"people.yml": PEOPLE + people, "apollo/raci.yml": row}
    charter = "title: {0}\nmanager: ana\nsponsor: eve\nstatus: active\nstart: 2026-03-01\n"
    files |= {"zeus/project.yml": charter.format("Zeus"), "zeus/raci.yml": row}
    files |= {"zeus/plan.yml": "tasks: {build: {title: Build it, duration: 2d}}"}
    files["handbook.yml"] = (
        "rules: {options: {RACI005: {most: 3}}, projects: {zeus: {options: {RACI005: {most: 4}}}}}"
    )
    found = problems(lay(tmp_path, files), select=("RACI005",))
    assert lines(found) == [
        "projects/apollo/raci.yml:1:1: RACI005 expected at most 3 consulted roles for 'build', found 4"
        " – ask fewer, and inform the others"
    ]


def test_what_an_allowance_excuses_a_waiver_covers_too(tmp_path: Path) -> None:
    here = "review_by: 2026-02-20  # handbook: allow RISK005 until 2026-03-31 ana is ill"
    waiver = "W-1: {rule: RISK005, record: R-1, reason: Ana is ill., approved_by: eve, expires: 2026-03-31}\n"
    files = {
        "apollo/risks.yml": RISKS.replace("review_by: 2026-02-20", here),
        "apollo/waivers.yml": waiver,
    }
    found = problems(lay(tmp_path, files))
    assert [problem.code for problem in found] == ["RISK010", "RISK006"]


def test_nobody_waives_that_a_file_cannot_be_read(tmp_path: Path) -> None:
    files = {
        "apollo/risks.yml": RISKS.replace("2026-02-20", "soon"),
        "apollo/waivers.yml": "W-1: {rule: FIELD005, record: R-1, reason: Soon., approved_by: eve, "
        "expires: 2026-03-31}\n",
    }
    found = problems(lay(tmp_path, files), select=("FIELD", "WAIVER"))
    assert [problem.code for problem in found] == ["FIELD005", "WAIVER003"]
    assert found[0].record == "apollo/R-1"


def test_a_problem_knows_its_record(tmp_path: Path) -> None:
    found = problems(lay(tmp_path, {"apollo/risks.yml": RISKS}))
    assert {problem.record for problem in found} == {"apollo/R-1"}


def test_a_rule_that_breaks_down_hides_nothing(tmp_path: Path) -> None:
    def check(portfolio: Portfolio) -> Iterator[Fault]:
        yield Fault(Place("projects/apollo/risks.yml", 1), "found before", project="apollo")
        raise KeyError("missing")

    broken = replace(registry.rule("RISK005"), check=check)
    chosen = {"RISK005": broken}
    with patch("handbook.checks.rulebook.rule", lambda code: chosen.get(code) or registry.rule(code)):
        found = problems(lay(tmp_path, {"apollo/risks.yml": RISKS}))
    assert [problem.code for problem in found] == ["RISK005", "RISK010", "RISK006", "CHECK009"]
    [breakdown] = [problem for problem in found if problem.code == "CHECK009"]
    assert breakdown.fatal
    assert "rule RISK005 broke down in test_run.py:" in breakdown.message
    assert "KeyError: 'missing'" in breakdown.message


def test_every_run_prints_the_same(tmp_path: Path) -> None:
    folder = lay(tmp_path, {"apollo/risks.yml": RISKS + RISKS.replace("R-1", "R-2")})
    first = problems(folder)
    assert list(first) == sorted(first, key=lambda problem: problem.sort_key)
    assert problems(folder) == first
