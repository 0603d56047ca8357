"""A folder that is written whole: made aside, then put in the place of the one before."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

MARK = ".handbook"
"""The file that tells a folder of ours from one that somebody else has filled."""


class NotOurs(Exception):
    """There is something at the place that we have not written; the argument says what, in one line."""


@contextmanager
def replaced(place: Path) -> Iterator[Path]:
    """A new folder to be filled in the block; it takes its place when the block ends without an exception.

    Raises `NotOurs`, before the block is entered, if what is there is neither empty nor a folder written like
    this. Until the end, and after any failure, the folder that was there is there.
    """
    _refuse_others(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        made.chmod(0o755)
        yield made
        (made / MARK).write_text("Written by 'handbook render'. What you change here is lost.\n", "utf-8")
        _swap(made, place)
    finally:
        rmtree(made, ignore_errors=True)


def _refuse_others(place: Path) -> None:
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise NotOurs(f"expected a folder or nothing at {place}, found something else")
    if place.is_dir() and any(place.iterdir()) and not (place / MARK).is_file():
        raise NotOurs(f"the folder {place} holds files that are not ours – name another one, or empty it")


def _swap(made: Path, place: Path) -> None:
    if not place.exists():
        made.rename(place)
        return
    aside = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    place.rename(aside / "old")
    try:
        made.rename(place)
    except OSError:
        (aside / "old").rename(place)
        raise
    rmtree(aside, ignore_errors=True)
