"""The day a handbook speaks of: that of the command, of the settings, of the last commit, or today."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.handbooks import lay
from tests.cli.conftest import RISKS, Done

Run = Callable[..., Done]
COMMITTED = "2026-02-19T23:30:00+12:00"
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A handbook whose settings name no day: a risk is to be reviewed by 20 February."""
    return lay(
        tmp_path, {"apollo/risks.yml": RISKS.format(owner="ana"), "handbook.yml": "title: A handbook\n"}
    )


def _commit(folder: Path, day: str) -> None:
    told = {**os.environ, "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z", "GIT_COMMITTER_DATE": day}
    for words in (("init", "-q"), ("add", "projects"), ("commit", "-q", "-m", "records")):
        subprocess.run([*GIT, *words], cwd=folder, env=told, check=True)


def test_it_is_that_of_the_last_commit_as_its_committer_saw_it(handbook: Run, book: Path) -> None:
    _commit(book, COMMITTED)
    done = handbook("check", "--select", "RISK005")
    assert (done.stdout, done.stderr) == ("no problems\n", "")


def test_a_commit_elsewhere_does_not_move_it(handbook: Run, book: Path) -> None:
    _commit(book, COMMITTED)
    (book / "README.md").write_text("Text")
    told = {**os.environ, "GIT_COMMITTER_DATE": "2026-06-01T12:00:00Z"}
    subprocess.run([*GIT, "add", "README.md"], cwd=book, env=told, check=True)
    subprocess.run([*GIT, "commit", "-q", "-m", "text"], cwd=book, env=told, check=True)
    assert handbook("check", "--select", "RISK005").stdout == "no problems\n"


def test_without_git_it_is_today_and_says_so(handbook: Run, book: Path) -> None:
    done = handbook("check", "--select", "RISK005", PATH="")
    assert "RISK005" in done.stdout
    assert done.stderr.startswith("note: no commit found in projects, so the status date is today, 2")


def test_the_command_goes_before_the_settings(handbook: Run, book: Path) -> None:
    (book / "projects" / "handbook.yml").write_text("status_date: 2026-02-20\n")
    assert "RISK005" not in handbook("check").stdout
    assert "RISK005" in handbook("check", "--status-date", "2026-02-21").stdout
    assert "RISK005" in handbook("check", "--status-date", "today").stdout
