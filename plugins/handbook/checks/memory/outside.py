"""A store outside the repository: records come from anyone, and a memory that came with them could lie."""

from pathlib import Path

from handbook.checks.memory.store import Store

FOLDER = "HANDBOOK_CACHE_DIR"
"""The variable in which a user may name a folder for it; the doors of the tool read it."""


def store_outside(root: Path, folder: Path) -> Store | None:
    """The store in a folder; None if that would lie in the repository of the handbook at ``root``."""
    if _repository(root.resolve()) in (real := folder.resolve(), *real.parents):
        return None
    return Store(folder)


def _repository(root: Path) -> Path:
    """The folder that holds ``.git`` around a handbook; the handbook's own if there is none."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
