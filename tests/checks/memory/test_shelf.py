"""A shelf gives back what this very tool put there, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.checks.memory import shelf
from handbook.checks.memory.outside import store_outside
from handbook.checks.memory.shelf import ToolShelf
from handbook.checks.memory.store import Store


def test_what_is_put_on_it_is_there_for_the_next_process(tmp_path: Path) -> None:
    ToolShelf(Store(tmp_path / "s")).put("forecast", {"p80": [1, 2]})
    assert ToolShelf(Store(tmp_path / "s")).get("forecast") == {"p80": [1, 2]}
    assert ToolShelf(Store(tmp_path / "s")).get("other") is None


def test_what_another_version_of_the_tool_put_there_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ToolShelf(Store(tmp_path / "s")).put("forecast", 1)
    monkeypatch.setattr(shelf, "tool_digest", lambda: "another")
    assert ToolShelf(Store(tmp_path / "s")).get("forecast") is None


def test_a_file_that_is_spoilt_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    ToolShelf(Store(tmp_path / "s")).put("forecast", 1)
    (file,) = (tmp_path / "s").iterdir()
    file.write_bytes(b'{"p80": ')
    assert ToolShelf(Store(tmp_path / "s")).get("forecast") is None


def test_there_is_no_store_inside_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert store_outside(tmp_path / "handbook", tmp_path / "cache") is None
    assert store_outside(tmp_path / "handbook", tmp_path.parent / "cache") is not None
