"""The tree of files that records are read from: a folder on disk, or whatever can list and read alike."""

import os
import stat
from pathlib import Path
from typing import NamedTuple, Protocol

_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class Entry(NamedTuple):
    """One name in a folder.

    ``kind`` is ``file``, ``folder``, or what it is instead of either, in words (``a link to another place``).
    """

    name: str
    kind: str


class TooLarge(Exception):
    """A file is larger than allowed; its size in bytes is the argument."""


class NotRegular(Exception):
    """There is something else where a file was listed; what it is is the argument."""


class Tree(Protocol):
    """Files by their path, which has forward slashes and is relative to the top."""

    def children(self, folder: str) -> list[Entry]:
        """The names in a folder (``""`` is the top), sorted without regard to case. Raises `OSError`."""

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a file. Raises `OSError`, `NotRegular`, and `TooLarge` above ``limit`` bytes."""


class Disk:
    """A folder on disk. Links are followed only to regular files inside it; nothing else is opened."""

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)

    def children(self, folder: str) -> list[Entry]:
        """The names in a folder; see `Tree`."""
        with os.scandir(os.path.join(self._root, folder)) as found:  # noqa: PTH118
            entries = [Entry(_printable(entry.name), self._kind(entry)) for entry in found]
        return sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a file; see `Tree`."""
        with open(self._opened(os.path.join(self._root, path)), "rb") as file:  # noqa: PTH118, PTH123
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise NotRegular("no regular file")
            raw = file.read(limit + 1)
        if len(raw) > limit:
            raise TooLarge(max(status.st_size, len(raw)))
        return raw

    def _opened(self, path: str) -> int:
        """The file behind ``path``, or behind the link there, for reading.

        Between listing and opening, a file may become a link or a pipe: neither is followed or waited for.
        """
        if os.path.islink(path):  # noqa: PTH114
            path = os.path.realpath(path)
            if not self._holds(path):
                raise NotRegular("a link that leads out of the folder")
        return os.open(path, _FLAGS)

    def _kind(self, entry: os.DirEntry[str]) -> str:
        if not entry.name.isprintable():
            return "a name with hidden characters"
        if entry.is_symlink():
            return self._kind_of_link(entry.path)
        if entry.is_dir():
            return "folder"
        return "file" if entry.is_file() else "a device, socket or pipe"

    def _kind_of_link(self, path: str) -> str:
        real = os.path.realpath(path)
        if not os.path.exists(real):  # noqa: PTH110
            return "a link that leads nowhere"
        if not self._holds(real):
            return "a link that leads out of the folder"
        return "file" if os.path.isfile(real) else "a link to a folder"  # noqa: PTH113

    def _holds(self, real: str) -> bool:
        return real.startswith(self._root.rstrip(os.sep) + os.sep)


def _printable(name: str) -> str:
    """A name as it can be printed; one that needs this is never read."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in name)
