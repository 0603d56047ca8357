"""The word that exports a plan: what it asks for, what it tells, and that it always writes the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from handbook.cli.words import words


def handbook(root: Path) -> Path:
    files = {
        "people.yml": "ana: {name: Ana}\n",
        "x/project.yml": "{title: X, manager: ana, sponsor: ana, status: active, start: 2026-01-05}\n",
        "x/plan.yml": (
            "tasks:\n  a: {title: A, estimate: {low: 1d, likely: 2d, high: 4d}, skills: [python]}\n"
            "milestones:\n  m: {title: Never told}\n"
        ),
    }
    for name, text in files.items():
        file = root / "projects" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


@pytest.mark.parametrize(
    "options", [["p.xml"], ["p.xml", "--project", "x", "--kind", "task"], ["p.txt", "--format", "mspdi"]]
)
def test_a_plan_is_that_of_one_project(options: list[str], tmp_path: Path) -> None:
    root = handbook(tmp_path)
    done = CliRunner().invoke(words, ["export", options[0], str(root), *options[1:]])
    assert done.exit_code == 2
    assert "a plan is that of one project: name it with --project, and no --kind" in done.output


def test_what_no_other_scheduler_has_is_told_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    root = handbook(tmp_path)
    for name in ("one.xml", "two.txt"):
        command = ["export", str(tmp_path / name), str(root), "--project", "x", "--format", "mspdi"]
        done = CliRunner().invoke(words, [*command, "--status-date", "2026-01-05"])
        assert done.exit_code == 0, done.output
        told = done.output.splitlines()
        assert told[:-1] == [
            "not written: 'Never told', for nothing says when it is reached",
            "not written: low and high of an estimate (1 task)",
            "not written: skills (1 task)",
        ]
        assert told[-1].startswith("plan of x with 1 task written to ")
    assert (tmp_path / "one.xml").read_bytes() == (tmp_path / "two.txt").read_bytes()
