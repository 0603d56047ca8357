"""`handbook health` as it is run."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.checks.handbooks import lay

PLAN = """\
tasks:
  design: {title: Design, duration: 10d, started: 2026-01-05, finished: 2026-01-16}
  build: {title: Build, duration: 20d, after: [design], started: 2026-02-16, remaining: 15d}
  test: {title: Test, duration: 60d, after: ["build FS-2d"], assigned: {tom: 1}}
milestones:
  M-1: {title: Go-live, after: [test], due: 2026-06-30}
"""
TOLD = """\
project      Apollo (apollo)
status date  2 March 2026
baseline     none

    point                       outcome        value   limit  found in
 1  logic                       passed            0%    ≤ 5%
 2  leads                       failed             1     ≤ 0  test
 3  lags                        passed            0%    ≤ 5%
 4  relationship types          passed          100%   ≥ 90%
 5  hard constraints            passed            0%    ≤ 5%
 6  high float                  passed            0%    ≤ 5%
 7  negative float              passed             0     ≤ 0
 8  high duration               failed         50.0%    ≤ 5%  test
 9  invalid dates               passed             0     ≤ 0
10  resources                   reported       50.0%          build
11  missed tasks                not evaluated           ≤ 5%  there is no baseline
12  critical path test          passed          100%   ≥ 95%
13  critical path length index  not evaluated         ≥ 0.95  there is no baseline
14  baseline execution index    not evaluated         ≥ 0.95  there is no baseline
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_fourteen_points(handbook: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"apollo/plan.yml": PLAN})
    done = handbook("health", "apollo")
    assert done.stdout == TOLD
    assert (done.returncode, done.stderr) == (1, "")


def test_the_same_as_data(handbook: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"apollo/plan.yml": PLAN})
    found = json.loads(handbook("health", "apollo", "--format", "json").stdout)
    points = {point["number"]: point for point in found["points"]}
    assert (found["project"], found["status_date"], found["baseline"]) == ("apollo", "2026-03-02", None)
    assert points[2]["found_in"] == ["apollo/plan.test"]
    assert (points[8]["value"], points[8]["limit"], points[8]["of"]) == (0.5, {"at_most": 0.05}, 2)
    assert (points[13]["outcome"], points[13]["value"]) == ("not evaluated", None)


def test_all_tasks_and_the_trend_over_baselines(handbook: Run, tmp_path: Path) -> None:
    tasks = "".join(f"  t{at}: {{title: T{at}, duration: 60d, after: [design]}}\n" for at in range(5))
    kept = "date: 2026-01-30\nhealth: {logic: 0.25, high-duration: 0, leads: 2, something-else: 1}\n"
    files = {
        "apollo/plan.yml": PLAN.replace("  build:", f"{tasks}  build:"),
        "apollo/baselines/2026-01.yml": kept,
    }
    lay(tmp_path, {**files, "apollo/baselines/2026-02.yml": "date: 2026-02-02\n"})
    lines = handbook("health", "apollo", "--all", "--trend").stdout.splitlines()
    rows = {line[4:32].strip(): line[32:].split() for line in lines[5:]}
    assert lines[4].split() == ["point", "outcome", "2026-01", "value", "limit", "found", "in"]
    assert rows["high duration"] == [
        "failed",
        "0%",
        "85.7%",
        "≤",
        "5%",
        "t0,",
        "t1,",
        "t2,",
        "t3,",
        "t4,",
        "test",
    ]
    assert rows["leads"][:3] == ["failed", "2", "1"]
    assert "and 3 more" in handbook("health", "apollo").stdout
    found = json.loads(handbook("health", "apollo", "--format", "json").stdout)
    assert [point["trend"] for point in found["points"][:2]] == [{"2026-01": 0.25}, {"2026-01": 2.0}]
    assert found["points"][8]["trend"] == {"2026-01": None}


def test_a_plan_without_faults_ends_with_0(handbook: Run, tmp_path: Path) -> None:
    lay(tmp_path, {})
    assert handbook("health", "apollo").returncode == 0


def test_an_unknown_project(handbook: Run, tmp_path: Path) -> None:
    lay(tmp_path, {})
    done = handbook("health", "apolo")
    assert done.returncode == 2
    assert "did you mean 'apollo'?" in done.stderr
