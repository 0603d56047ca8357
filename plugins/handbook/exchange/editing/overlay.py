"""A tree of files as it will be: another tree, with changes that are not saved yet."""

from collections.abc import Iterable, Mapping

from handbook.exchange.editing.saving import Change, Move
from handbook.loading.tree import Entry, Tree


class Overlay:
    """The files of a tree after some folders have moved and some files have changed."""

    def __init__(self, base: Tree, changes: Iterable[Change], moves: Iterable[Move] = ()) -> None:
        self._base = base
        self._files: Mapping[str, bytes | None] = {change.file: change.after for change in changes}
        self._moves = tuple(moves)

    def children(self, folder: str) -> list[Entry]:
        """The names in a folder; see `Tree`."""
        inside = {
            file.removeprefix(f"{folder}/"): raw
            for file, raw in self._files.items()
            if file.startswith(f"{folder}/")
        }
        found = {entry.name: entry for entry in self._listed(folder, is_new=bool(inside))}
        for path, raw in inside.items():
            name, slash, _ = path.partition("/")
            if raw is None and not slash:
                found.pop(name, None)
            elif raw is not None:
                found.setdefault(name, Entry(name, "folder" if slash else "file"))
        return sorted(found.values(), key=lambda entry: (entry.name.casefold(), entry.name))

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a file; see `Tree`."""
        if (raw := self._files.get(path)) is not None:
            return raw
        return self._base.read(self._before(path), limit)

    def _listed(self, folder: str, *, is_new: bool) -> list[Entry]:
        try:
            entries = self._base.children(self._before(folder))
        except FileNotFoundError:
            if is_new:
                return []
            raise
        names = {move.old: move.new.rpartition("/")[2] for move in self._moves}
        return [entry._replace(name=names.get(f"{folder}/{entry.name}", entry.name)) for entry in entries]

    def _before(self, path: str) -> str:
        """Where a path was before the moves."""
        for move in self._moves:
            if path == move.new or path.startswith(f"{move.new}/"):
                return move.old + path.removeprefix(move.new)
        return path
