"""Digests: two handbooks whose digests are alike have the same files, byte for byte."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

_SIZE = 16


def digest_of(parts: Iterable[str | bytes]) -> str:
    """One digest of some texts, which tells ``ab``, ``c`` from ``a``, ``bc``."""
    total = blake2b(digest_size=_SIZE)
    for part in parts:
        raw = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(b"%d:" % len(raw))
        total.update(raw)
    return total.hexdigest()


def folder_digest(root: Path, folder: str, *, without: str = "") -> str:
    """The digest of all names, links and contents below ``folder`` of ``root``. Raises `OSError`.

    What a link leads to belongs to it, wherever that is; links to folders are not entered, for nothing reads
    through them. Names that are ``without`` are passed over.
    """
    top = os.path.realpath(root)
    return digest_of(_told(top, os.path.join(top, folder), without))  # noqa: PTH118


def unit_digests(root: Path, folder: str, units: Collection[str]) -> dict[str, str]:
    """The digest of each of the folders that are ``units``, and under '' that of all else. Raises `OSError`.

    That other digest also tells which units there are.
    """
    top = os.path.realpath(root)
    within = os.path.join(top, folder)  # noqa: PTH118
    found = {unit: digest_of(_told(top, os.path.join(within, unit), "")) for unit in units}  # noqa: PTH118
    return {**found, "": digest_of((*sorted(units), "", *_told(top, within, "", apart=frozenset(units))))}


def _told(
    top: str, folder: str, without: str, *, apart: frozenset[str] = frozenset()
) -> Iterator[str | bytes]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name == without or entry.name in apart:
            continue
        yield entry.name
        if entry.is_symlink():
            real = os.path.realpath(entry.path)
            yield f"link {os.path.relpath(real, top)}"
            yield from _content(real)
        elif entry.is_dir():
            yield "folder"
            yield from _told(top, entry.path, without)
            yield "end"
        else:
            yield from _content(entry.path)


def _content(path: str) -> Iterator[str | bytes]:
    """What kind of thing is at a path, and the content of a file; a pipe or a device is not opened."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except FileNotFoundError:
        yield "nothing"
        return
    if stat.S_ISREG(mode):
        with open(path, "rb") as file:  # noqa: PTH123
            yield "file"
            yield file.read()
    else:
        yield str(stat.S_IFMT(mode))
