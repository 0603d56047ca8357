"""`handbook level`, run in this process."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.commands import level
from handbook.cli.words import words

from tests.checks.handbooks import lay

PLAN = """\
tasks:
  design: {title: Design, duration: 5d, assigned: {tom: 100%}}
  build: {title: Build, duration: 5d, assigned: {tom: 100%}, after: [design]}
  manual: {title: Manual, effort: 4d, one_of: {tom: 100%, ana: 50%}}
  talk: {title: Talk, duration: 2d, assigned: {tom: 50%}, priority: 900}
"""
WRITTEN = """\
# Levelled on 2 March 2026. Written by `handbook level`, never by hand.
date: 2026-03-02
proven: true
entries:
  design: {start: 2026-03-02, finish: 2026-03-06, by: {tom: 100%}}
  build: {start: 2026-03-09, finish: 2026-03-13, by: {tom: 100%}}
  manual: {start: 2026-03-02, finish: 2026-03-11, by: {ana: 50%}}
  talk: {start: 2026-03-16, finish: 2026-03-17, by: {tom: 50%}, behind: {build: tom}}
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    return lay(tmp_path, {"apollo/plan.yml": PLAN})


def run(*arguments: str) -> Result:
    return CliRunner().invoke(words, ["level", *arguments, "--limit", "2"])


def test_nothing_is_written_unless_it_is_asked_for(handbook: Path) -> None:
    done = run("apollo", "--root", str(handbook))
    assert done.exit_code == 1, done.output
    assert "apollo/plan.manual  Manual" in done.output
    assert "apollo/plan.talk: waits for Tom Beck, who works on Build until 13 March 2026" in done.output
    assert "proven: no schedule finishes earlier" in done.output
    assert not (handbook / "projects/apollo/levelled.yml").exists()


def test_what_is_written_holds_until_something_changes(handbook: Path) -> None:
    file = handbook / "projects/apollo/levelled.yml"
    assert run("--root", str(handbook), "--write").exit_code == 0
    assert file.read_text() == WRITTEN
    again = run("--root", str(handbook), "--write")
    assert (again.exit_code, "nothing moves" in again.output) == (0, True)
    assert file.read_text() == WRITTEN
    plan = CliRunner().invoke(words, ["plan", "apollo", str(handbook)])
    assert "waits for Tom Beck, who works on Build until 13 March 2026" in plan.output
    checked = CliRunner().invoke(words, ["check", "--select", "READ,FIELD,REF,RES003,RES008", str(handbook)])
    assert "levelled" not in checked.output


def test_json_tells_what_moves_and_who_waits(handbook: Path) -> None:
    [told] = json.loads(run("--root", str(handbook), "--format", "json").output)
    assert told["projects"] == ["apollo"]
    assert told["proven"] is True
    moves = {move["task"]: (move["days"], move["by"]) for move in told["moves"]}
    assert moves["apollo/plan.manual"] == (0, {"ana": 0.5})
    assert [one["for"] for one in told["waits"]] == ["apollo/plan.build"]


def test_an_unknown_project_is_answered_with_the_nearest(handbook: Path) -> None:
    done = run("apolo", "--root", str(handbook))
    assert (done.exit_code, "did you mean 'apollo'?" in done.output) == (2, True)


def test_without_the_solver_it_says_what_to_install(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(level, "find_spec", lambda name: None)
    done = run("--root", str(handbook))
    assert done.exit_code == 1
    assert "pip install 'mkdocs-project-handbook[levelling]'" in done.output


def test_a_solver_that_cannot_be_loaded_is_told_too(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    done = run("--root", str(handbook))
    assert done.exit_code == 1
    assert done.output.startswith("Error: expected OR-Tools")
