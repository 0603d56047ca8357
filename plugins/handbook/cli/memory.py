"""Where the command remembers what it found: in the user's own cache folder, never among the records."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from handbook.checks.memory.outside import FOLDER, store_outside
from handbook.checks.memory.store import Store

if TYPE_CHECKING:
    from handbook.planning.memory import Memory


def memory(root: Path, *, wanted: bool) -> Store | None:
    """The store of this user; None if none is ``wanted``, or if it would lie in the repository."""
    if not wanted:
        return None
    stated = os.environ.get(FOLDER)
    folder = Path(stated).absolute() if stated else user_cache_path("handbook", appauthor=False)
    return store_outside(root, folder)


def results(root: Path, *, wanted: bool = True) -> "Memory":
    """A memory of results that cost time, such as forecasts; it outlasts the command if ``wanted``."""
    from handbook.checks.memory.shelf import ToolShelf
    from handbook.planning.memory import Memory

    store = memory(root, wanted=wanted)
    return Memory(ToolShelf(store) if store else None)
