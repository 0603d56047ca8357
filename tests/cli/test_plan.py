"""`handbook plan` as it is run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HANDBOOK = str(Path(sys.executable).with_name("handbook"))

FILES = {
    "projects/handbook.yml": "title: Sample\n",
    "projects/people.yml": "ana: {name: Ana}\ntom: {name: Tom}\n",
    "projects/exit/project.yml": """
title: Data-centre exit
manager: ana
sponsor: tom
status: active
start: 2026-01-05
""",
    "projects/exit/plan.yml": """
tasks:
  inventory: {title: Inventory, duration: 30d, started: 2026-01-05, finished: 2026-02-20}
  network:
    title: Network and security
    tasks:
      rules:
        title: Firewall rules approved
        duration: 70d
        started: 2026-03-02
        progress: 60%
        after: inventory
  wave: {title: Wave 1, after: network, duration: 60d}
  close: {title: Close the site, after: wave, duration: 20d}
  party: {title: Farewell, after: wave, duration: 4h}
milestones:
  M-3: {title: Site handed back, due: 2026-10-16, after: close}
""",
}

GOLDEN = Path(__file__).with_name("plan.txt")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """The folder of a handbook with one project."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def plan(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [HANDBOOK, "plan", *map(str, arguments), "--status-date", "2026-06-01"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_timetable_in_a_pipe_is_plain_and_aligned(handbook: Path, *, update: bool) -> None:
    done = plan("exit", handbook)
    if update:
        GOLDEN.write_text(done.stdout)
    assert done.stdout == GOLDEN.read_text()
    assert (done.returncode, done.stderr) == (0, "")


def test_a_fault_of_the_plan_is_told_and_fails(handbook: Path) -> None:
    file = handbook / "projects/exit/plan.yml"
    file.write_text(FILES["projects/exit/plan.yml"].replace(", duration: 4h", ""))
    done = plan("exit", handbook)
    fault = "no-duration: 'Farewell' has neither duration, estimate nor effort; planned as if it took no time"
    assert done.stdout.endswith(f"\n\n{fault}\n")
    assert done.returncode == 1


def test_an_unknown_project_is_answered_with_the_nearest(handbook: Path) -> None:
    done = plan("exti", handbook)
    assert "unknown project 'exti' – did you mean 'exit'?" in done.stderr
    assert done.returncode == 2


def test_the_same_as_data(handbook: Path) -> None:
    done = plan("EXIT", handbook, "--format", "json")
    found = json.loads(done.stdout)
    assert found["promise"] == {
        "title": "Site handed back",
        "due": "2026-10-16",
        "expected": "2026-10-28",
        "slip_days": 8,
    }
    rules = next(entry for entry in found["entries"] if entry["address"] == "exit/plan.network.rules")
    assert (rules["start"], rules["finish"]) == ("2026-03-02T08:00", "2026-07-08T17:00")
    assert (rules["days"], rules["total_float_days"], rules["progress"]) == (70.0, 0.0, 0.6)
    assert found["faults"] == []


def test_a_project_without_a_plan_says_so(handbook: Path) -> None:
    (handbook / "projects/exit/plan.yml").unlink()
    done = plan("exit", handbook)
    assert done.stdout.splitlines()[2:] == ["finish       no plan", "promise      none"]
    assert done.returncode == 0


def test_errors_in_the_records_are_mentioned(handbook: Path) -> None:
    with (handbook / "projects/exit/project.yml").open("a") as file:
        file.write("colour: blue\n")
    assert "note: 1 error in the records; see 'handbook check'" in plan("exit", handbook).stderr


def test_float_for_all_projects_stands_beside_that_of_the_own_one(handbook: Path) -> None:
    other = handbook / "projects/other"
    other.mkdir()
    (other / "project.yml").write_text(FILES["projects/exit/project.yml"])
    (other / "plan.yml").write_text("tasks: {use: {title: Use, duration: 1d, after: [exit/plan.party]}}\n")
    lines = plan("exit", handbook).stdout.splitlines()
    head = next(line for line in lines if line.startswith("id"))
    (row,) = (line for line in lines if line.startswith("party"))
    assert head.split()[5:8] == ["float", "for", "all"]
    assert row.split()[5:7] == ["19.5", "0"]
    (entry,) = (
        entry
        for entry in json.loads(plan("exit", handbook, "--format", "json").stdout)["entries"]
        if entry["address"] == "exit/plan.party"
    )
    assert (entry["total_float_days"], entry["portfolio_float_days"]) == (19.5, 0.0)


def test_a_circle_through_projects_is_told_with_the_places_of_its_links(handbook: Path) -> None:
    other = handbook / "projects/other"
    other.mkdir()
    (other / "project.yml").write_text(FILES["projects/exit/project.yml"])
    (other / "plan.yml").write_text("tasks: {use: {title: Use, duration: 1d, after: [exit/plan.close]}}\n")
    folder = handbook / "projects"
    (folder / "exit/plan.yml").write_text(
        FILES["projects/exit/plan.yml"].replace("after: network", "after: [network, other/plan.use]")
    )
    for project in ("exit", "other"):
        done = plan(project, handbook)
        assert done.returncode == 1
        assert done.stdout.splitlines()[-4:] == [
            "cycle: 'Wave 1' waits for 'Use', 'Use' for 'Close the site', and 'Close the site' for 'Wave 1';"
            " planned as if 'Wave 1' did not wait for 'Use'",
            f"    {folder}/exit/plan.yml:13:42: 'Wave 1' waits for 'Use' (other/plan.use)",
            f"    {folder}/exit/plan.yml:14:41: 'Close the site' waits for 'Wave 1' (wave)",
            f"    {folder}/other/plan.yml:1:49: 'Use' waits for 'Close the site' (exit/plan.close)",
        ]
