"""History: what records said on earlier days, as far as somebody has reviewed others against them.

Whoever asks for it hands in the history; nothing here runs git.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha1
from typing import Any, NamedTuple, Protocol

from handbook.loading.layout import sheet_of
from handbook.loading.limits import Limits
from handbook.loading.loaded import Loaded
from handbook.loading.reading import read
from handbook.loading.source import Source
from handbook.records.book import Book
from handbook.records.changed import Changed
from handbook.records.record import Record

MEANINGLESS = frozenset({"audience", "known_as", "notes", "reviewed", "tags"})
"""Fields in which a change is no change of what the record says."""

EVENTS = frozenset(
    {"done", "expected", "finished", "last_sent", "progress", "reached", "remaining", "started"}
)
"""Fields that tell how far things have come; what was agreed stays the same."""


class Commit(NamedTuple):
    """A state of the records that was kept: its name, and the day it was made."""

    name: str
    day: date


class Blob(NamedTuple):
    """The content of a file in a commit: its name in git, and its size in bytes."""

    name: str
    size: int


class History(Protocol):
    """The commits that changed the records, and the files as they were in them."""

    def commits(self) -> Sequence[Commit]:
        """All of them, the newest first; none without git, or if nothing is committed."""

    def blobs(self, files: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Blob]:
        """What files, named by commit and path, were; without those that were not there."""

    def contents(self, blobs: Collection[Blob]) -> Mapping[str, bytes]:
        """The bytes of blobs, by their names."""


class _Suspect(NamedTuple):
    """A record that another was reviewed against, on a day, and the commit that was valid at its end."""

    record: Record
    day: date
    commit: str

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.record.origin.file


def with_history(loaded: Loaded, history: History, limits: Limits = Limits()) -> Loaded:  # noqa: B008 - immutable
    """What was loaded, with what has changed since others were reviewed; alike if there is no history.

    Nothing is told of a handbook that was read for an audience: its files are not kept.
    """
    suspects = [] if loaded.book.audience else list(_suspects(loaded.book, history))
    if not suspects:
        return loaded
    past = _Past(loaded, history, limits, suspects)
    changed = sorted({one for suspect in suspects for one in past.changed(suspect)})
    return replace(loaded, book=replace(loaded.book, changed=tuple(changed)))


def blob_name(raw: bytes) -> str:
    """The name that git gives to the content of a file, in a repository with names of the usual kind."""
    return sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


_Contents = Mapping[tuple[str, str], Mapping[str, Any]]
"""The fields of the records of a file, by kind and id in lower case."""


class _Past:
    """The files that suspects stand in, as they are and as they were; each is read once."""

    def __init__(
        self, loaded: Loaded, history: History, limits: Limits, suspects: Collection[_Suspect]
    ) -> None:
        self._limits = limits
        self._present = {
            file: source.raw
            for file, source in loaded.sources.items()
            if isinstance(source, Source) and file in {one.file for one in suspects}
        }
        wanted = sorted({(one.commit, one.file) for one in suspects})
        self._blobs = {
            key: blob for key, blob in history.blobs(wanted).items() if self._is_other(key[1], blob)
        }
        self._old = history.contents(sorted(set(self._blobs.values())))
        self._known: dict[tuple[str, str], _Contents] = {}

    def changed(self, one: _Suspect) -> Iterator[Changed]:
        """What has changed in a record; nothing if it was not there, or cannot be compared."""
        blob = self._blobs.get((one.commit, one.file))
        if blob is None or blob.name not in self._old:
            return
        key = (one.record.kind, one.record.id.casefold())
        before = self._contents(one, blob.name, self._old[blob.name]).get(key)
        now = self._contents(one, "", self._present[one.file]).get(key)
        if before is None or now is None:
            return
        names = (before.keys() | now.keys()) - MEANINGLESS - EVENTS
        if fields := tuple(sorted(name for name in names if before.get(name) != now.get(name))):
            yield Changed(one.record.address.casefold(), one.day, fields)

    def _is_other(self, file: str, blob: Blob) -> bool:
        """Whether a file may have been read, and is not what it was."""
        present = self._present.get(file)
        return (
            present is not None and blob.size <= self._limits.file_bytes and blob.name != blob_name(present)
        )

    def _contents(self, one: _Suspect, name: str, raw: bytes) -> _Contents:
        if (one.file, name) not in self._known:
            sheet = sheet_of(one.file, one.record.project or "")
            raws = read(sheet, raw, self._limits).raws if sheet else ()
            found = {(raw.kind, raw.id.casefold()): raw.data for raw in raws if raw.data is not None}
            self._known[one.file, name] = found
        return self._known[one.file, name]


def _suspects(book: Book, history: History) -> Iterator[_Suspect]:
    """The records of projects that records with a day of review refer to, each with that day."""
    pairs = {
        (targets[0].address, record.reviewed): targets[0]
        for record, _, targets in book.references
        if record.reviewed and record.project and len(targets) == 1
        if targets[0].project and targets[0] is not record
    }
    commits = history.commits() if pairs else ()
    for (_, day), target in pairs.items():
        if valid := next((commit.name for commit in commits if commit.day <= day), ""):
            yield _Suspect(target, day, valid)
