"""What builds of a site remember of each other: results that cost time, such as forecasts."""

import os
from pathlib import Path

from platformdirs import user_cache_path

from handbook.checks.memory.outside import FOLDER, store_outside
from handbook.checks.memory.shelf import ToolShelf
from handbook.planning.memory import Memory


def memory(root: Path) -> Memory:
    """A memory that keeps what outlasts a build in the user's own cache folder, never beside the records."""
    stated = os.environ.get(FOLDER)
    store = store_outside(root, Path(stated or user_cache_path("handbook", appauthor=False)).absolute())
    return Memory(ToolShelf(store) if store else None)
