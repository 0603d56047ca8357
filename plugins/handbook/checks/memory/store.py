"""A store: small data under a name, kept in a folder until there is too much of it."""

import json
import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

_MOST_BYTES = 64 * 1024 * 1024
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class _Kept(NamedTuple):
    """A file of the store, by when it was last used."""

    used: int
    size: int
    path: str


class Store:
    """Keeps plain data as JSON, in a folder that only its owner may write.

    A store is never in the way: what cannot be read is as if it had not been kept, and what cannot be kept is
    not. Above ``most`` bytes, what was not used for longest is let go.
    """

    def __init__(self, folder: Path, most: int = _MOST_BYTES) -> None:
        self._folder = folder
        self._most = most

    def get(self, name: str) -> Any:
        """What is kept under a name; None if there is nothing, or nothing that can be trusted."""
        path = self._folder / f"{name}.json"
        try:
            if not _is_own(self._folder):
                return None
            found = json.loads(path.read_bytes())
            os.utime(path)
        except (OSError, ValueError, RecursionError):
            return None
        return found

    def put(self, name: str, data: Any) -> None:
        """Keep data under a name. Who reads at the same time sees all of it, or what was there before."""
        self.put_all({name: data})

    def put_all(self, named: Mapping[str, Any]) -> None:
        """Keep several data, each under a name."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_own(self._folder):
                for name, data in named.items():
                    _write(self._folder / f"{name}.json", json.dumps(data, separators=(",", ":")))
                self._let_go()

    def _let_go(self) -> None:
        with os.scandir(self._folder) as found:
            kept = [_Kept(*_facts(entry.stat(follow_symlinks=False)), entry.path) for entry in found]
        total = sum(one.size for one in kept)
        for one in sorted(kept):
            if total <= self._most:
                return
            with suppress(OSError):
                os.unlink(one.path)  # noqa: PTH108
            total -= one.size


def _facts(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_size


def _is_own(folder: Path) -> bool:
    """Whether nobody else can have put something into a folder. Raises `OSError`."""
    status = folder.stat()
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def _write(path: Path, text: str) -> None:
    """Write a file that only its owner may read, and that is there at once or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent)  # mode 0600
    try:
        with open(handle, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(text)
        os.replace(name, path)  # noqa: PTH105
    except OSError:
        os.unlink(name)  # noqa: PTH108
        raise
