"""`handbook why` and `handbook whatif` as they are run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.words import words

FILES = {
    "projects/handbook.yml": "title: Sample\nstatus_date: 2026-06-01\n",
    "projects/people.yml": """
ana: {name: Ana Silva, leave: [{from: 2026-06-11, to: 2026-06-12}]}
tom: {name: Tom Beck}
""",
    "projects/exit/project.yml": """
title: Data-centre exit
manager: ana
sponsor: tom
status: active
start: 2026-06-01
audience: public
""",
    "projects/exit/plan.yml": """
tasks:
  order: {title: Order, duration: 4d}
  build: {title: Build, duration: 8d, after: order FS+1d, assigned: {ana: 1}}
  write: {title: Write, duration: 2d, after: order}
milestones:
  M-1: {title: Ready, due: 2026-06-22, after: [build, write]}
  M-2: {title: Party}
""",
}

GOLDEN = Path(__file__).with_name("why.txt")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """The folder of a handbook with one project."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(words, list(map(str, arguments)))


def test_a_date_is_explained(handbook: Path, *, update: bool) -> None:
    done = run("why", "exit/M-1", handbook)
    if update:
        GOLDEN.write_text(done.output)
    assert done.output == GOLDEN.read_text()
    assert done.exit_code == 0


def test_the_same_as_data_adds_up(handbook: Path) -> None:
    found = json.loads(run("why", "EXIT/m-1", handbook, "--format", "json").output)
    assert found["date"] == "2026-06-19"
    assert found["promise"] == {"due": "2026-06-22", "slip_days": -1}
    assert sum(step["days"] for step in found["steps"]) == found["days"] == 19
    assert found["paths"][1]["items"] == ["exit/plan.write"]
    assert found["bring_in"]["reached"] is True


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("exit/M-9", "unknown task or milestone 'exit/M-9'"),
        ("exti/M-1", "unknown project 'exti' – did you mean 'exit'?"),
        ("M-1", "unknown task or milestone 'M-1' – write it with its project: exit/M-1"),
        ("exit/M-2", "exit/M-2 has no date: nothing says when it is reached"),
    ],
)
def test_a_bad_address_says_what_to_write(handbook: Path, address: str, message: str) -> None:
    done = run("why", address, handbook)
    assert message in done.output
    assert done.exit_code == 2


def test_leave_is_not_named_to_those_who_may_not_see_it(handbook: Path) -> None:
    assert "leave of Ana Silva" in run("why", "exit/M-1", handbook).output
    public = run("why", "exit/M-1", handbook, "--audience", "public").output
    assert "19 June 2026" in public
    assert "Ana" not in public
    assert "leave" not in public
    assert "2 days not worked" in public


def test_a_promise_that_breaks_fails(handbook: Path) -> None:
    kept = run("whatif", "extend exit/build 1d", "--root", handbook)
    assert (kept.exit_code, "no promise breaks" in kept.output) == (0, True)
    broken = run("whatif", "extend build 1d", "delay order 1d", "--project", "exit", "--root", handbook)
    assert broken.exit_code == 1
    assert "Ready    2026-06-22  1 day early  1 day late  Breaks" in broken.output


def test_a_scenario_as_data(handbook: Path) -> None:
    done = run("whatif", "leave @ana 2026-06-15..16", "--root", handbook, "--format", "json")
    (project,) = json.loads(done.output)["projects"]
    assert project["finish"] == {"before": "2026-06-19", "after": "2026-06-23", "later_days": 2}
    assert [one["address"] for one in project["moved"]] == ["exit/plan.build", "exit/M-1"]


def test_a_bad_change_writes_nothing_and_says_what_to_write(handbook: Path) -> None:
    before = {name: (handbook / name).read_text() for name in FILES}
    done = run("whatif", "dely exit/build 1d", "--root", handbook)
    assert done.exit_code == 2
    assert "unknown change 'dely' – did you mean 'delay'?" in done.output
    assert before == {name: (handbook / name).read_text() for name in FILES}


def test_without_a_change_all_are_listed() -> None:
    done = run("whatif")
    assert done.exit_code == 0
    assert "delay ITEM DURATION" in done.output
