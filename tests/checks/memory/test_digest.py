"""Digests: alike for the same files, and unlike after any change that a check could see."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from handbook.checks.memory.digest import digest_of, folder_digest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("projects/handbook.yml", "projects/apollo/risks.yml", "elsewhere.yml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("title: A\n")
    (tmp_path / "projects" / "people.yml").symlink_to("../elsewhere.yml")
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "a byte": lambda root: (root / "projects/apollo/risks.yml").write_text("title: B\n"),
    "a new file": lambda root: (root / "projects/apollo/issues.yml").write_text(""),
    "a new folder": lambda root: (root / "projects/apollo/pages").mkdir(),
    "a file less": lambda root: (root / "projects/apollo/risks.yml").unlink(),
    "another name": lambda root: (root / "projects/apollo").rename(root / "projects/Apollo"),
    "another level": lambda root: (root / "projects/apollo/risks.yml").rename(root / "projects/risks.yml"),
    "what a link leads to": lambda root: (root / "elsewhere.yml").write_text("title: B\n"),
    "what a link leads to is gone": lambda root: (root / "elsewhere.yml").unlink(),
    "a pipe": lambda root: os.mkfifo(root / "projects/apollo/issues.yml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(change: Callable[[Path], object], root: Path) -> None:
    before = folder_digest(root, "projects")
    change(root)
    assert folder_digest(root, "projects") != before


def test_a_link_instead_of_the_file_itself_is_seen(root: Path) -> None:
    before = folder_digest(root, "projects")
    (root / "projects/people.yml").unlink()
    (root / "projects/people.yml").write_text("title: A\n")
    assert folder_digest(root, "projects") != before


def test_times_and_the_place_of_the_folder_do_not_matter(root: Path) -> None:
    before = folder_digest(root, "projects")
    os.utime(root / "projects/apollo/risks.yml", (1, 1))
    moved = root.rename(root.with_name("moved"))
    assert folder_digest(moved, "projects") == before


def test_texts_are_told_apart_where_they_end() -> None:
    assert digest_of(("ab", "c")) != digest_of(("a", "bc"))
