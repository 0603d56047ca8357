"""`handbook slip` as it is run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.words import words

from tests.checks.handbooks import lay

FILES = {
    "apollo/plan.yml": """\
tasks:
  design: {title: Design, effort: 12d, assigned: {tom: 1}, started: 2026-01-05, finished: 2026-01-16}
  build: {title: Build, duration: 10d, after: [design], started: 2026-03-02, cost: 5k EUR}
  new: {title: New, duration: 1d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-03-20}
""",
    "apollo/baselines/2026-01.yml": """\
date: 2026-01-05
entries:
  design: {start: 2026-01-05, finish: 2026-01-16, effort: 10d}
  build: {start: 2026-02-23, finish: 2026-03-06, cost: 6k EUR}
  M-1: {start: 2026-03-20, finish: 2026-03-20}
""",
    "apollo/baselines/2026-02.yml": """\
date: 2026-02-02
entries:
  design: {start: 2026-01-05, finish: 2026-01-16, effort: 12d}
  gone: {start: 2026-02-23, finish: 2026-03-06}
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path, FILES)


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(words, ("slip", "apollo", str(root), *options), catch_exceptions=False)


def test_dates_effort_and_cost_are_compared(root: Path) -> None:
    told = json.loads(run(root, "--against", "2026-01", "--format", "json").stdout)
    assert told["baseline"] == "2026-01"
    assert {
        one["record"]: (one["start"], one["finish"], one["effort"], one["cost"]) for one in told["variances"]
    } == {
        "apollo/plan.design": (0, 0, 2.0, None),
        "apollo/plan.build": (5, 5, None, -1000.0),
        "apollo/M-1": (-5, -5, None, None),
    }
    assert (told["gone"], told["new"]) == ([], ["new"])


def test_what_differs_is_told(root: Path) -> None:
    lines = run(root, "--against", "2026-01").stdout.splitlines()
    assert [line.split() for line in lines[4:8]] == [
        ["what", "agreed", "expected", "start", "finish", "effort", "cost"],
        ["design", "2026-01-16", "2026-01-16", "+2"],
        ["build", "2026-03-06", "2026-03-13", "+5", "+5", "-1", "000"],
        ["M-1", "2026-03-20", "2026-03-13", "-5"],
    ]
    held = run(root).stdout
    assert "all is as agreed" in held
    assert "gone: gone" in held
    assert "new: build, new and M-1" in held
    assert "design  2026-01-16" in run(root, "--all").stdout


def test_another_name_is_answered_with_those_there_are(root: Path) -> None:
    done = run(root, "--against", "2026-05")
    assert done.exit_code == 2
    assert "unknown baseline '2026-05' – " in done.stderr
    for file in (root / "projects" / "apollo" / "baselines").iterdir():
        file.unlink()
    none = run(root)
    assert (none.exit_code, none.stdout) == (1, "")
    assert "there is no baseline yet – 'handbook baseline NAME apollo' takes one" in none.stderr
