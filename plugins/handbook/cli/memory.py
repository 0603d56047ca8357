"""Where the command remembers what it found: in the user's own cache folder, never among the records."""

import os
from pathlib import Path

from platformdirs import user_cache_path

from handbook.checks.memory.store import Store

FOLDER = "HANDBOOK_CACHE_DIR"


def memory(root: Path, *, wanted: bool) -> Store | None:
    """The store of this user; None if none is ``wanted``, or if it would lie in the repository at ``root``.

    Whoever proposes records could put a forged memory beside them.
    """
    if not wanted:
        return None
    stated = os.environ.get(FOLDER)
    folder = Path(stated).absolute() if stated else user_cache_path("handbook", appauthor=False)
    if _repository(root.resolve()) in (real := folder.resolve(), *real.parents):
        return None
    return Store(folder)


def _repository(root: Path) -> Path:
    """The folder that holds ``.git`` around a handbook; the handbook's own if there is none."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
