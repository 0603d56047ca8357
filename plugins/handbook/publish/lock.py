"""A lock that one process holds at a time, and that the system lets go when the process ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

try:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
except ImportError:  # pragma: no cover  (Windows has no fcntl, but a lock of its own)
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock in the file at ``path`` while the block lasts; wait for whoever holds it now."""
    with path.open("ab") as file:
        _hold(file)
        yield
