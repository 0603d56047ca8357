"""The tool that checks: whatever else than the handbook may change what is found."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.checks.memory.digest import digest_of, folder_digest

_PACKAGE = Path(__file__).parents[2]


def tool_digest() -> str:
    """The digest of this tool's own files, of the versions of all that is installed with it, and of Python.

    What Python compiles beside a file says nothing that the file does not.
    """
    own = folder_digest(_PACKAGE.parent, _PACKAGE.name, without="__pycache__")
    return digest_of((own, platform.python_version(), *_installed()))


def _installed() -> Iterator[str]:
    """The names of all installed distributions: each says its version (``pydantic-2.12.0.dist-info``)."""
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))
