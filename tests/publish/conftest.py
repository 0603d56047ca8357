"""Repositories of their own, and sites small enough to be published many times."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from handbook.publish.git import Git

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Ana Ruiz"), ("EMAIL", "ana@example.org"))
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **IDENTITY}

MakeSite = Callable[[str], Path]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A repository with one commit on `main`, that knows nothing of the settings of whoever runs the test."""
    folder = tmp_path / "repository"
    folder.mkdir()
    made = Git(folder, {**os.environ, **ALONE})
    made.run("init", "--quiet", "--initial-branch=main")
    made.run("commit", "--quiet", "--allow-empty", "--message=start")
    return made


@pytest.fixture
def site(tmp_path: Path) -> MakeSite:
    """Make a site of two pages that say `words`."""

    def make(words: str) -> Path:
        folder = tmp_path / f"site-{words}"
        (folder / "apollo").mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(f"<h1>{words}</h1>")
        (folder / "apollo" / "index.html").write_text(f"<p>{words}</p>")
        return folder

    return make


def files_of(git: Git, branch: str = "gh-pages") -> dict[str, str]:
    """All files of a branch with their text, as somebody would get them who checks it out."""
    command = ("git", "archive", branch)
    done = subprocess.run(command, cwd=git.folder, env=git.environment, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        opened = {entry.name: archive.extractfile(entry) for entry in archive if entry.isfile()}
        return {name: file.read().decode(errors="replace") for name, file in opened.items() if file}


def clone(origin: Path, folder: Path) -> Git:
    """A clone beside the origin."""
    environment = {**os.environ, **ALONE}
    subprocess.run(("git", "clone", "--quiet", str(origin), str(folder)), env=environment, check=True)
    return Git(folder, environment)
