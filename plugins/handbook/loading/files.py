"""Files: what stands at a path of a tree, found by listing folders and following no link to one."""

from posixpath import split

from handbook.loading.tree import Entry, Tree

FILE, FOLDER = "file", "folder"
_PRIVATE = ".git"


class Files:
    """What stands where in a tree; each folder is listed once, and only if it is asked for.

    Names are compared letter by letter on every system: a link that works on one works on all.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._listed: dict[str, dict[str, Entry]] = {}
        self._kinds: dict[str, str] = {}

    def kind(self, path: str) -> str:
        """``file``, ``folder``, what else is there in words, or an empty text for nothing.

        ``path`` is normal and relative to the top, the top itself being ``.``; one that leads out holds
        nothing, and neither does git's own folder.
        """
        if path == ".":
            return FOLDER
        if path not in self._kinds:
            folder, name = split(path)
            self._kinds[path] = self._kind(folder or ".", name)
        return self._kinds[path]

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder; none if it is no folder, or may not be listed."""
        return tuple(self._entries(folder)) if self.kind(folder) == FOLDER else ()

    def _kind(self, folder: str, name: str) -> str:
        if folder.startswith(("/", "..")) or name in ("", "..", _PRIVATE):
            return ""
        around = self.kind(folder)
        if around != FOLDER:
            return "" if around == FILE else around
        entry = self._entries(folder).get(name)
        return entry.kind if entry else ""

    def _entries(self, folder: str) -> dict[str, Entry]:
        if folder not in self._listed:
            try:
                entries = self._tree.children("" if folder == "." else folder)
            except OSError:
                entries = []
            self._listed[folder] = {entry.name: entry for entry in entries}
        return self._listed[folder]
