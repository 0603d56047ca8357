"""`handbook publish` as users run it: checked, built aside, and in the branch whole or not at all."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from handbook.publish.git import Git

from tests.pages.made import RISKS
from tests.publish.conftest import files_of
from tests.site.builds import BIN, MATERIAL, PLUGINS, QUIET, make

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def handbook(git: Git) -> Git:
    """The repository with a handbook in it."""
    make(git.folder, MATERIAL + PLUGINS, docs={"about.md": "# About\n"})
    git.run("add", ".")
    git.run("commit", "--quiet", "--message=handbook")
    return git


def publish(git: Git, *words: str, folder: Path | None = None) -> Done:
    return subprocess.run(
        (str(BIN / "handbook"), "publish", *words),
        cwd=folder or git.folder,
        env={**git.environment, **QUIET},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_unnamed_version_is_called_after_the_month(handbook: Git) -> None:
    done = publish(handbook)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2026-03 (latest) published on gh-pages (")
    files = files_of(handbook)
    assert {"2026-03/index.html", "latest/apollo/risks/index.html", "versions.json"} <= set(files)
    assert handbook.run("status", "--porcelain") == ""


def test_a_version_with_title_and_aliases_on_another_branch(handbook: Git) -> None:
    words = ("1.0", "--title", "First", "--alias", "stable", "--alias", "latest", "--branch", "pages")
    assert publish(handbook, *words).returncode == 0
    files = files_of(handbook, "pages")
    assert {"1.0/index.html", "stable/index.html", "latest/index.html"} <= set(files)
    assert '"title": "First"' in files["versions.json"]
    assert handbook.tip("gh-pages") is None


FAULTS = {
    "an error in a record": (
        "projects/apollo/risks.yml",
        RISKS.replace("owner: ana", "owner: nobody"),
        "REF001",
    ),
    "a site that cannot be built": (
        "mkdocs.yml",
        f"site_name: Test\n{MATERIAL}{PLUGINS}extra_css: 7\n",
        "Config value 'extra_css'",
    ),
    "a page of the site with a fault": ("docs/a.md", "```handbook\nview: nothing\n```\n", "PAGE001"),
}


@pytest.mark.parametrize("story", FAULTS)
def test_a_fault_leaves_the_branch_as_it_was(story: str, handbook: Git) -> None:
    assert publish(handbook, "1.0").returncode == 0
    before = handbook.tip("gh-pages")
    path, text, told = FAULTS[story]
    (handbook.folder / path).write_text(text)
    done = publish(handbook, "2.0")
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert handbook.tip("gh-pages") == before
    assert handbook.run("for-each-ref", "--format=%(refname:short)", "refs/heads") == "gh-pages\nmain"


@pytest.mark.parametrize(
    "words", [("../up",), ("latest", "--alias", "latest"), ("1", "--config", "none.yml")]
)
def test_what_means_nothing_is_a_wrong_use(words: tuple[str, ...], handbook: Git) -> None:
    done = publish(handbook, *words)
    assert done.returncode == 2
    assert "Error: " in done.stderr


def test_outside_a_repository_nothing_is_built(tmp_path: Path, git: Git) -> None:
    folder = make(tmp_path / "bare", MATERIAL + PLUGINS)
    done = publish(git, "1.0", folder=folder)
    assert done.returncode == 1
    assert "not a git repository" in done.stderr


def test_two_at_once_publish_their_own_pages(handbook: Git, tmp_path: Path) -> None:
    other = tmp_path / "other"
    handbook.run("worktree", "add", "--quiet", "-b", "work", str(other))
    plan = other / "projects" / "apollo" / "plan.yml"
    plan.write_text(plan.read_text().replace("Go-live", "Launch"))
    with ThreadPoolExecutor(2) as workers:
        one = workers.submit(publish, handbook, "one", "--alias", "stable")
        two = workers.submit(publish, handbook, "two", folder=other)
        assert (one.result().returncode, two.result().returncode) == (0, 0)
    files = files_of(handbook)
    assert "Go-live" in files["one/apollo/milestones/index.html"]
    assert "Launch" in files["two/apollo/milestones/index.html"]
    assert "Launch" not in files["one/apollo/milestones/index.html"]
