"""Several files are written as one: whatever fails, and wherever, all are as they were."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.saving import Change, Move, save

CHANGES = (
    Change("new/a.yml", b"a\n", b"a changed\n"),
    Change("new/b.yml", b"b\n", None),
    Change("new/inner/c.yml", None, b"c\n"),
    Change("d.yml", b"d\n", b"d changed\n"),
)
MOVES = (Move("old", "new"),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    for file, text in (("old/a.yml", "a\n"), ("old/b.yml", "b\n"), ("d.yml", "d\n")):
        (tmp_path / file).write_text(text)
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_all_is_written(folder: Path) -> None:
    (folder / "d.yml").chmod(0o640)
    save(folder, CHANGES, MOVES)
    assert contents(folder) == {"new/a.yml": "a changed\n", "new/inner/c.yml": "c\n", "d.yml": "d changed\n"}
    assert (folder / "d.yml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("operation", ["rename", "replace", "unlink", "fsync", "mkdir"])
@pytest.mark.parametrize("nth", [1, 2, 3, 4])
def test_all_or_nothing(operation: str, nth: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = os if operation == "fsync" else Path
    really, calls = getattr(owner, operation), []

    def failing(*args: object, **choices: object) -> object:
        calls.append(args)
        if len(calls) == nth:
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(*args, **choices)

    before = contents(folder)
    monkeypatch.setattr(owner, operation, failing)
    try:
        save(folder, CHANGES, MOVES)
    except OSError:
        monkeypatch.undo()
        assert contents(folder) == before
        assert not (folder / "new").exists()
    else:
        assert len(calls) < nth or operation == "unlink"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change("d.yml", b"other\n", b"x"), "'d.yml' has changed since it was read"),
        (Change("d.yml", None, b"x"), "'d.yml' is there already"),
        (Change("../d.yml", None, b"x"), "leads out of the folder"),
    ],
)
def test_nothing_that_somebody_else_wrote_is_lost(change: Change, told: str, folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(CannotEdit, match=told):
        save(folder, (CHANGES[3]._replace(file="d.yml"), change) if "out" in told else (change,))
    assert contents(folder) == before


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "link.yml").symlink_to("d.yml")
    save(folder, [Change("link.yml", b"d\n", b"through\n")])
    assert (folder / "link.yml").is_symlink()
    assert (folder / "d.yml").read_text() == "through\n"
