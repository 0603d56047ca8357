"""The history of a handbook: what has changed since somebody reviewed it, asked of a real repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from handbook.loading.git_history import GitHistory
from handbook.loading.history import with_history
from handbook.loading.limits import Limits
from handbook.loading.load import load

CHARTER = "title: Apollo\nmanager: ana\nsponsor: ana\nstatus: active\nstart: 2026-01-05\n"
TASK = "tasks:\n  build: {title: Build it, duration: 5d}\n"
RISK = """\
R-1: {{title: T, owner: ana, probability: 1, impact: 1, status: monitoring, reviewed: {}, affects: [build]}}
"""
FILES = {"people.yml": "ana: {name: Ana}\n", "apollo/project.yml": CHARTER, "apollo/plan.yml": TASK}


class Repository:
    """A repository with a handbook in its folder ``book``; commands that ask for its history are counted."""

    def __init__(self, top: Path) -> None:
        self.root = top / "book"
        self.asked: list[str] = []
        self.root.mkdir()
        self._git(top, "init", "-q", "-b", "main")

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            path = self.root / "projects" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def commit(self, day: str, files: dict[str, str]) -> None:
        self.write(files)
        self._git(self.root, "add", "-A")
        self._git(self.root, "commit", "-q", "-m", "a change", day=day)

    def changed(self, audience: str | None = None, root: Path | None = None) -> list[str]:
        top = root or self.root
        loaded = load(top, audience=audience)
        assert not loaded.problems
        found = with_history(loaded, GitHistory(top, "projects", self._ask)).book.changed
        return [f"{one.address} {one.day} {' '.join(one.fields)}" for one in found]

    def _ask(self, command: Sequence[str], folder: Path, given: bytes) -> bytes | None:
        self.asked.append(command[3] if command[1] == "-c" else command[2])
        return subprocess.run(command, cwd=folder, input=given, capture_output=True, check=True).stdout

    def _git(self, folder: Path, *words: str, day: str = "2026-01-01") -> None:
        moment = f"{day}T12:00:00+0000"
        place = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        subprocess.run(("git", *who, *words), cwd=folder, check=True, env=place, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit("2026-02-01", FILES)
    made.commit("2026-02-10", {"apollo/risks.yml": RISK.format("2026-02-10")})
    return made


def test_a_change_after_the_review_is_told(repository: Repository) -> None:
    assert repository.changed() == []
    repository.commit("2026-02-20", {"apollo/plan.yml": TASK.replace("5d", "9d")})
    assert repository.changed() == ["apollo/plan.build 2026-02-10 duration"]


def test_what_is_not_committed_yet_is_a_change_too(repository: Repository) -> None:
    repository.write({"apollo/plan.yml": TASK.replace("Build it", "Build all of it").replace("5d", "9d")})
    assert repository.changed() == ["apollo/plan.build 2026-02-10 duration title"]


@pytest.mark.parametrize(
    "plan",
    [
        TASK.replace(
            "{title: Build it, duration: 5d}", "\n    duration: 5d # as agreed\n    title: 'Build it'"
        ),
        TASK.replace("5d}", "5d, tags: [core], notes: Ask Tom., reviewed: 2026-02-12}"),
        TASK.replace("5d}", "5d, started: 2026-02-11, progress: 40%, remaining: 3d}"),
        TASK + "  test: {title: Test it, duration: 3d}\n",
    ],
    ids=["another style", "notes", "progress", "another record"],
)
def test_what_says_the_same_is_no_change(plan: str, repository: Repository) -> None:
    repository.commit("2026-02-20", {"apollo/plan.yml": plan})
    assert repository.changed() == []


def test_a_change_on_the_day_of_the_review_was_seen(repository: Repository) -> None:
    repository.commit("2026-02-10", {"apollo/plan.yml": TASK.replace("5d", "9d")})
    assert repository.changed() == []


def test_a_history_that_does_not_reach_back_is_silent(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-02-20", {"apollo/plan.yml": TASK.replace("5d", "9d")})
    shallow = tmp_path / "shallow"
    source = repository.root.parent.as_uri()
    subprocess.run(("git", "clone", "-q", "--depth", "1", source, shallow), check=True, capture_output=True)
    assert repository.changed(root=shallow / "book") == []


def test_a_record_that_was_not_there_is_silent(repository: Repository) -> None:
    repository.commit("2026-02-20", {"apollo/risks.yml": RISK.format("2026-01-15")})
    assert repository.changed() == []


def test_an_audience_learns_nothing_of_earlier_texts(repository: Repository) -> None:
    repository.write({"apollo/plan.yml": TASK.replace("5d", "9d")})
    assert repository.changed(audience="internal") == []
    assert repository.asked == []


def test_git_is_asked_no_more_than_there_is_to_know(repository: Repository) -> None:
    repository.changed()
    assert repository.asked == ["log", "--batch-check=%(objectname) %(objecttype) %(objectsize)"]
    repository.write({"apollo/risks.yml": RISK.replace(", reviewed: {}", "").format()})
    repository.asked.clear()
    repository.changed()
    assert repository.asked == []


def test_a_file_that_was_too_large_is_not_read(repository: Repository) -> None:
    repository.commit("2026-02-20", {"apollo/plan.yml": TASK.replace("5d", "9d")})
    loaded = load(repository.root)
    limits = Limits(file_bytes=20)
    history = GitHistory(repository.root, "projects", repository._ask)
    assert with_history(loaded, history, limits).book.changed == ()


def test_without_git_nothing_is_told(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.write({**FILES, "apollo/risks.yml": RISK.format("2026-02-10")})
    loaded = load(made.root)
    assert with_history(loaded, GitHistory(made.root, "projects", lambda *_: None)) is loaded
