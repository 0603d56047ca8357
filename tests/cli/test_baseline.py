"""`handbook baseline` as it is run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.handbooks import lay

FILES = {
    "apollo/budget.yml": "total: 120k EUR\nlines: {L-1: {title: Development, planned: 120k EUR}}\n",
    "apollo/changes.yml": """\
CR-1:
  title: Pay by invoice too
  requested_by: tom
  impact: {cost: 2k EUR}
  decision: approved
  decided_by: eve
  decided: 2026-02-16
CR-2: {title: Offer gift cards, requested_by: tom}
""",
}
WRITTEN = """\
# Baseline of 2 March 2026. Written by `handbook baseline`.
date: 2026-03-02
changes: [CR-1]
budget_at_completion: 120 000 EUR
entries:
  design: {start: 2026-01-05, finish: 2026-01-16, effort: 10d}
  build: {start: 2026-02-16, finish: 2026-03-23, effort: 10d}
  M-1: {start: 2026-05-29, finish: 2026-05-29, forecast: 2026-03-23}
health:
  logic: 0
  leads: 0
  lags: 0
  relationship-types: 1
  hard-constraints: 0
  high-float: 0
  negative-float: 0
  high-duration: 0
  invalid-dates: 0
  resources: 0
  critical-path-test: 1
"""
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(tmp_path, FILES) / "projects" / "apollo"


def commit(folder: Path) -> None:
    name = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    subprocess.run(["git", *name, "commit", "-qm", "records"], cwd=folder, check=True)


def test_a_baseline_is_written_and_loads_clean(handbook: Run, project: Path) -> None:
    done = handbook("baseline", "2026-03", "apollo")
    assert (done.returncode, done.stdout) == (
        0,
        "projects/apollo/baselines/2026-03.yml written: 3 entries, with CR-1\n",
    )
    assert (project / "baselines" / "2026-03.yml").read_text() == WRITTEN
    assert [file.name for file in (project / "baselines").iterdir()] == ["2026-03.yml"]
    told = handbook("check", "--select", "READ,FIELD,REF,CHANGE,PLAN022,PLAN023,PLAN024,PLAN027")
    assert told.stdout == "no problems\n"


def test_it_is_frozen(handbook: Run, project: Path) -> None:
    file = project / "baselines" / "2026-03.yml"
    file.parent.mkdir()
    file.write_text("date: 2026-02-02\n")
    done = handbook("baseline", "2026-03", "apollo")
    assert done.returncode == 1
    assert "a baseline is frozen – choose another name, or --force" in done.stderr
    assert file.read_text() == "date: 2026-02-02\n"
    assert handbook("baseline", "2026-03", "apollo", "--force").returncode == 0
    assert file.read_text() == WRITTEN


def test_the_next_one_has_only_what_is_new(handbook: Run, project: Path) -> None:
    handbook("baseline", "2026-03", "apollo")
    done = handbook("baseline", "later", "APOLLO", "--status-date", "2026-03-09", "--force")
    assert done.returncode == 0, done.stderr
    assert "CR-1" not in (project / "baselines" / "later.yml").read_text()


def test_it_does_not_move_what_was_agreed_unless_somebody_approved(handbook: Run, project: Path) -> None:
    handbook("baseline", "2026-03", "apollo")
    same = handbook("baseline", "same", "apollo")
    assert same.returncode == 0, "nothing differs"
    done = handbook("baseline", "later", "apollo", "--status-date", "2026-03-09")
    assert (done.returncode, done.stdout) == (1, "")
    assert "1 entry would differ from the baseline before, and no change was approved since" in done.stderr
    file = project / "changes.yml"
    approved = "CR-2: {title: Offer gift cards, decision: approved, decided_by: eve, decided: 2026-03-06}"
    file.write_text(file.read_text().replace("CR-2: {title: Offer gift cards, requested_by: tom}", approved))
    assert handbook("baseline", "later", "apollo", "--status-date", "2026-03-09").returncode == 0
    assert handbook("check", "--select", "PLAN028").stdout == "no problems\n"


def test_it_names_the_commit_of_the_records(handbook: Run, project: Path, tmp_path: Path) -> None:
    commit(tmp_path)
    first = handbook("baseline", "2026-03", "apollo")
    text = (project / "baselines" / "2026-03.yml").read_text()
    revision = next(line for line in text.splitlines() if line.startswith("revision: "))
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert head.stdout.startswith(revision.removeprefix("revision: ").strip('"'))
    assert first.stderr == ""
    commit(tmp_path)
    handbook("baseline", "2026-03", "apollo", "--force")
    assert (project / "baselines" / "2026-03.yml").read_text() == text, (
        "its own commit is none of the records"
    )


def test_records_that_are_not_committed_have_no_revision(
    handbook: Run, project: Path, tmp_path: Path
) -> None:
    commit(tmp_path)
    (project / "changes.yml").write_text("CR-2: {title: Offer gift cards}\n")
    done = handbook("baseline", "2026-03", "apollo")
    assert "note: the records differ from commit" in done.stderr
    assert "revision" not in (project / "baselines" / "2026-03.yml").read_text()


def test_what_is_wrong_is_not_frozen(handbook: Run, project: Path) -> None:
    (project / "actions.yml").write_text("A-1: {text: Ask, owner: tom, due: soon}\n")
    done = handbook("baseline", "2026-03", "apollo")
    assert (done.returncode, done.stdout) == (1, "")
    assert "1 error in the records – see 'handbook check'" in done.stderr
    assert not (project / "baselines").exists()


def test_a_plan_with_a_fault_is_not_frozen(handbook: Run, project: Path) -> None:
    (project / "plan.yml").write_text("tasks: {build: {title: Build}}\n")
    done = handbook("baseline", "2026-03", "apollo")
    assert done.returncode == 1
    assert "1 fault in the plan – see 'handbook plan apollo'" in done.stderr


def test_a_link_does_not_lead_it_out(handbook: Run, project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (project / "baselines").symlink_to(outside)
    done = handbook("baseline", "2026-03", "apollo")
    assert done.returncode == 1
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["../x", "a b", "2026-13", ""])
def test_a_name_is_an_id_a_month_or_a_date(handbook: Run, project: Path, name: str) -> None:
    done = handbook("baseline", name, "apollo")
    assert done.returncode == 2
    assert "expected a name like 2026-03" in done.stderr


def test_an_unknown_project_is_answered_with_the_nearest(handbook: Run, project: Path) -> None:
    done = handbook("baseline", "2026-03", "apolo")
    assert done.returncode == 2
    assert "unknown project 'apolo' – did you mean 'apollo'?" in done.stderr
