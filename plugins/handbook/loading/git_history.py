"""The history of a folder, asked of git in three commands at most."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from handbook.loading.history import Blob, Commit

Ask = Callable[[Sequence[str], Path, bytes], bytes | None]
"""Runs a command in a folder, with some input, and gives its output; None if it fails or is not there."""


class GitHistory:
    """The commits of the current branch that changed the folder ``projects`` of ``root``."""

    def __init__(self, root: Path, projects: str, ask: Ask) -> None:
        self._root = root
        self._projects = projects
        self._ask = ask

    def commits(self) -> Sequence[Commit]:
        """Days are the committers' own; see `History`."""
        command = ("git", "-c", "log.showSignature=false", "log", "--first-parent", "--format=%H %cs", "--")
        told = self._ask((*command, self._projects), self._root, b"") or b""
        return tuple(_commits(told.decode("ascii", "replace")))

    def blobs(self, files: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Blob]:
        """See `History`."""
        names = "".join(f"{commit}:./{path}\n" for commit, path in files)
        command = ("git", "cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)")
        told = self._ask(command, self._root, names.encode()) or b""
        found = {}
        for file, line in zip(files, told.decode("utf-8", "replace").splitlines(), strict=False):
            match line.split(" "):
                case [name, "blob", size]:
                    found[file] = Blob(name, int(size))
        return found

    def contents(self, blobs: Collection[Blob]) -> Mapping[str, bytes]:
        """See `History`."""
        names = "".join(f"{blob.name}\n" for blob in blobs)
        told = self._ask(("git", "cat-file", "--batch"), self._root, names.encode()) if blobs else b""
        return dict(_parts(told or b"", blobs))


def _commits(told: str) -> Iterator[Commit]:
    for line in told.splitlines():
        name, _, day = line.partition(" ")
        with suppress(ValueError):
            yield Commit(name, date.fromisoformat(day))


def _parts(told: bytes, blobs: Collection[Blob]) -> Iterator[tuple[str, bytes]]:
    """The blobs in the output, each after a line with its name, kind and size, and before a line break."""
    at = 0
    for blob in blobs:
        start = told.find(b"\n", at) + 1
        if not start or not told[at:start].startswith(f"{blob.name} blob {blob.size}\n".encode()):
            return
        at = start + blob.size + 1
        yield blob.name, told[start : at - 1]
