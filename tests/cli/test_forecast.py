"""`handbook forecast` as it is run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.words import words

from tests.checks.handbooks import lay

PLAN = """\
tasks:
  design: {title: Design, duration: 10d, started: 2026-01-05, finished: 2026-01-16}
  build: {title: Build, estimate: {low: 10d, likely: 20d, high: 40d}, after: [design]}
  test: {title: Test, duration: 10d, after: [build]}
milestones:
  M-1: {title: Go-live, after: [test], due: 2026-04-17}
"""
RISKS = """\
R-1:
  title: The server is late
  owner: tom
  probability: 40%
  impact: major
  status: assessed
  affects: [{record: test, delay: {low: 5d, likely: 5d, high: 5d}}]
"""
ENDLESS = "with endless runs the date that is 80% sure would"
TOLD = f"""\
project      Apollo (apollo)
status date  2 March 2026
finish       80% sure by 24 April 2026
plan         10 April 2026, kept with a chance of 30%; 10 working days more would make it 80% sure
made of      1 of 2 open tasks have a range, 67% of the work that is left; 1 risk may occur
chance       5000 runs with seed 0
precision    {ENDLESS} be between 23 April and 24 April, and chances be within 1.4 points

        due         plan        P10         P50         P80         P90         chance
finish  2026-06-30  2026-04-10  2026-04-06  2026-04-16  2026-04-24  2026-04-28    100%
M-1     2026-04-17  2026-04-10  2026-04-06  2026-04-16  2026-04-24  2026-04-28     60%
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay(tmp_path, {"apollo/plan.yml": PLAN, "apollo/risks.yml": RISKS})
    return tmp_path


def run(folder: Path, *more: str, project: str = "apollo") -> Result:
    return CliRunner().invoke(words, ["forecast", project, str(folder), *more])


def test_dates_with_their_chances_and_what_drives_them(folder: Path) -> None:
    done = run(folder)
    assert done.output.startswith(TOLD), done.output
    drivers = [line.split("  ")[0] for line in done.output.splitlines()[12:]]
    assert drivers == ["what moves the finish", "Build", "The server is late"]
    assert done.exit_code == 0


def test_of_a_milestone_is_told_what_moves_it(folder: Path) -> None:
    plan = f"{PLAN}  M-2: {{title: Built, after: [build], due: 2026-03-20}}\n"
    (folder / "projects" / "apollo" / "plan.yml").write_text(plan, encoding="utf-8")
    done = run(folder, project="apollo/M-2")
    lines = done.output.splitlines()
    assert lines[1] == "milestone    Built (apollo/M-2)"
    assert lines[3] == "reached      80% sure by 7 April 2026"
    moved = [line.split("  ")[0] for line in lines if line][9:]
    assert moved == ["M-2", "what moves M-2", "Build"]
    found = json.loads(run(folder, "--format", "json", project="apollo/M-2").output)
    assert found["target"] == "apollo/M-2"
    assert "apollo/plan.test" not in found["criticality"]


def test_of_a_milestone_that_is_reached_there_is_no_forecast(folder: Path) -> None:
    plan = f"{PLAN}  M-2: {{title: Designed, after: [design], reached: 2026-01-16}}\n"
    (folder / "projects" / "apollo" / "plan.yml").write_text(plan, encoding="utf-8")
    done = run(folder, project="apollo/M-2")
    assert done.output == "nothing to forecast: apollo/M-2 was reached on 16 January 2026\n"
    assert done.exit_code == 1


def test_an_unknown_milestone_is_answered_with_the_nearest(folder: Path) -> None:
    done = run(folder, project="apollo/M-12")
    assert done.exit_code == 2
    assert "unknown milestone 'apollo/M-12' – did you mean 'apollo/M-1'?" in done.output


def test_figures_for_programs(folder: Path) -> None:
    found = json.loads(run(folder, "--format", "json", "--runs", "1000", "--seed", "3").output)
    assert (found["runs"], found["seed"], found["ranged"], found["risks"]) == (1000, 3, 1, 1)
    assert [one["address"] for one in found["milestones"]] == ["apollo/M-1"]
    assert found["finish"]["p10"] <= found["finish"]["p50"] <= found["finish"]["p80"]
    assert found["criticality"]["apollo/plan.build"] == 1


def test_other_luck_is_not_far_off(folder: Path) -> None:
    assert run(folder, "--seed", "1").output != run(folder).output
    assert run(folder, "--seed", "1").output == run(folder, "--seed", "1").output


def test_a_project_without_ranges_says_what_is_missing(tmp_path: Path) -> None:
    lay(tmp_path, {"apollo/plan.yml": "tasks:\n  a: {title: A, duration: 3d}\n"})
    done = run(tmp_path)
    assert done.output.startswith("nothing to forecast in apollo: no open task has an estimate")
    assert done.exit_code == 1
    assert run(tmp_path, "--format", "json").output == "null\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--runs", "10"), "10 is not in the range 100<=x<=100000"),
        (("--seed", "-1"), "-1 is not in the range"),
    ],
)
def test_wrong_arguments_are_answered(folder: Path, more: tuple[str, ...], said: str) -> None:
    done = run(folder, *more)
    assert done.exit_code == 2
    assert said in done.output


def test_an_unknown_project_is_answered_with_the_nearest(folder: Path) -> None:
    done = run(folder, project="apolo")
    assert done.exit_code == 2
    assert "did you mean 'apollo'?" in done.output
