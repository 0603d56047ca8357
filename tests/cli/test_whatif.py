"""`handbook whatif` with levelling, chances and money, as it is run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.commands import whatif
from handbook.cli.words import words

from tests.checks.handbooks import lay

PLAN = """\
tasks:
  design: {title: Design, estimate: {low: 4d, likely: 5d, high: 9d}, assigned: {tom: 100%}}
  build: {title: Build, duration: 5d, assigned: {tom: 100%}, after: [design]}
  manual: {title: Manual, effort: 4d, one_of: {tom: 100%, ana: 50%}}
milestones:
  M-1: {title: Ready, after: [build, manual], due: 2026-03-16}
"""
LEVELLED = """\
date: 2026-03-02
entries:
  design: {start: 2026-03-02, finish: 2026-03-06, by: {tom: 100%}}
  build: {start: 2026-03-09, finish: 2026-03-13, by: {tom: 100%}}
  manual: {start: 2026-03-02, finish: 2026-03-11, by: {ana: 50%}}
"""
AWAY = "leave @ana 2026-03-02..27"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    return lay(tmp_path, {"apollo/plan.yml": PLAN, "apollo/levelled.yml": LEVELLED})


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(words, ["whatif", *map(str, arguments)])


def test_a_plan_that_does_not_fit_is_told_with_the_way_out(handbook: Path) -> None:
    told = run(AWAY, "--root", handbook).output
    assert "as levelled on 2 March it does not fit any more: 1 task starts later than levelled, by 20" in told
    assert "\n--level looks for a schedule that fits\n" in told


def test_levelled_again_another_does_it(handbook: Path) -> None:
    done = run(AWAY, "--root", handbook, "--level", "--limit", "2")
    assert "levelled apollo; no schedule finishes earlier" in done.output
    assert "taken over: Manual, by Tom Beck instead of Ana Silva 50%" in done.output
    assert "does not fit" not in done.output
    assert (handbook / "projects/apollo/levelled.yml").read_text() == LEVELLED


def test_as_data_it_tells_levels_chances_and_misfits(handbook: Path) -> None:
    told = json.loads(run(AWAY, "--root", handbook, "--format", "json", "--forecast").output)
    assert told["levelled"] is None
    assert [(one["task"], one["why"], one["later_days"]) for one in told["misfits"]] == [
        ("manual", "late", 20)
    ]
    (finish, ready) = told["forecast"]
    assert (finish["address"], ready["address"]) == ("", "apollo/M-1")
    assert ready["before"]["chance"] > ready["after"]["chance"] == 0
    again = json.loads(run(AWAY, "--root", handbook, "--format", "json", "--level", "--limit", "2").output)
    assert again["levelled"]["projects"] == ["apollo"]
    assert again["forecast"] is None
    (project,) = again["projects"]
    assert project["taken_over"] == [
        {"address": "apollo/plan.manual", "by": {"tom": 1.0}, "instead_of": {"ana": 0.5}}
    ]


@pytest.mark.parametrize("broken", [False, True])
def test_without_the_solver_it_says_what_to_install(
    handbook: Path, monkeypatch: pytest.MonkeyPatch, broken: bool
) -> None:
    if broken:
        monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    else:
        monkeypatch.setattr(whatif, "find_spec", lambda name: None)
    done = run(AWAY, "--root", handbook, "--level")
    assert done.exit_code == 2
    assert "pip install 'mkdocs-project-handbook[levelling]'" in done.output
    assert run(AWAY, "--root", handbook).exit_code == 1


def test_a_limit_alone_is_refused(handbook: Path) -> None:
    done = run(AWAY, "--root", handbook, "--limit", "2")
    assert (done.exit_code, "add --level" in done.output) == (2, True)


def test_readers_who_may_not_know_are_told_no_name_and_no_sum(handbook: Path) -> None:
    """Rates are for the narrowest circle, budgets and leave for the internal one."""
    charter = handbook / "projects/apollo/project.yml"
    charter.write_text(charter.read_text() + "audience: public\n")
    (handbook / "projects/people.yml").write_text(
        "ana: {name: Ana Silva, rate: 800 EUR}\ntom: {name: Tom Beck, rate: 500 EUR}\neve: {name: Eve Lund}\n"
    )
    (handbook / "projects/apollo/budget.yml").write_text(
        "total: 20k EUR\nlines:\n  L-1: {title: Work, planned: 20k EUR, wbs: [design, build, manual]}\n"
    )
    changes = (AWAY, "extend apollo/manual 1d", "--root", handbook)
    everybody = run(*changes).output
    assert "Ana Silva" in everybody
    assert "labour still to come" in everybody
    internal = run(*changes, "--audience", "internal").output
    assert "Ana Silva" in internal
    assert "labour" not in internal
    assert "estimate at completion" in internal
    late = ("delay apollo/design 10d", "extend apollo/manual 1d", "--root", handbook)
    public = run(*late, "--audience", "public", "--forecast").output
    assert "does not fit any more" in public
    assert not [word for word in ("Ana", "Tom", "EUR", "cost", "labour") if word in public]
    data = json.loads(run(*late, "--audience", "public", "--format", "json").output)
    assert data["cost"] is None
    assert all(one["by"] == {} for one in data["misfits"])
    again = run(*late, "--audience", "public", "--level", "--limit", "2").output
    assert "levelled apollo" in again
    assert not [word for word in ("Ana", "Tom", "taken over") if word in again]
