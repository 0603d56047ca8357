"""Saving: several files changed as one – all of them, or none."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from handbook.exchange.editing.editable import CannotEdit


class Change(NamedTuple):
    """The bytes of a file before and after; None where there is no file.

    ``file`` is relative to the top folder, with forward slashes.
    """

    file: str
    before: bytes | None
    after: bytes | None


class Move(NamedTuple):
    """A folder that gets another name; both are relative to the top folder."""

    old: str
    new: str


def save(root: Path, changes: Sequence[Change], moves: Sequence[Move] = ()) -> None:
    """Move folders, then write the files; their paths are those after the moves.

    Each file is written beside its place first and takes it in one step. If anything fails, all is put back
    as it was. Raises `CannotEdit` if a file has changed since it was read, is in the way, or lies outside
    of the folder, and `OSError` if it cannot be written.
    """
    with ExitStack() as undo:
        for move in moves:
            _moved(root, move, undo)
        paths = [_path(root, change) for change in changes]
        for path, change in zip(paths, changes, strict=True):
            _compare(path, change)
        beside = [_beside(path, change.after, undo) for path, change in zip(paths, changes, strict=True)]
        for path, new, change in zip(paths, beside, changes, strict=True):
            undo.callback(_put_back, path, change.before)
            if new is None:
                path.unlink()
            else:
                new.replace(path)
        undo.pop_all()


def _moved(root: Path, move: Move, undo: ExitStack) -> None:
    old, new = root / move.old, root / move.new
    if new.exists():
        raise CannotEdit(f"'{move.new}' is there already")
    old.rename(new)
    undo.callback(new.rename, old)


def _path(root: Path, change: Change) -> Path:
    """The file itself; where a link leads to it, that file."""
    top = root.resolve()
    path = (top / change.file).resolve()
    if not path.is_relative_to(top):
        raise CannotEdit(f"'{change.file}' is a link that leads out of the folder")
    return path


def _compare(path: Path, change: Change) -> None:
    found = path.read_bytes() if path.exists() else None
    if found != change.before:
        what = "is there already" if change.before is None else "has changed since it was read"
        raise CannotEdit(f"'{change.file}' {what}")


def _beside(path: Path, content: bytes | None, undo: ExitStack) -> Path | None:
    """The new content in a file beside the one it will replace, on the disk."""
    if content is None:
        return None
    for folder in reversed(list(_missing(path.parent))):
        folder.mkdir()
        undo.callback(_silently, folder.rmdir)
    beside = path.with_name(f".{path.name}.new")
    undo.callback(beside.unlink, missing_ok=True)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        beside.chmod(path.stat().st_mode)
    return beside


def _missing(folder: Path) -> Iterator[Path]:
    while not folder.exists():
        yield folder
        folder = folder.parent


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != before:
        path.write_bytes(before)


def _silently(step: Callable[[], None]) -> None:
    with suppress(OSError):
        step()
