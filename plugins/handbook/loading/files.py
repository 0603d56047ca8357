"""Files: what stands at a path of a tree, found by listing folders and following no link to one."""

from posixpath import join, split

from handbook.loading.tree import Entry, Tree
from handbook.problems.nearest import nearest

FILE, FOLDER = "file", "folder"
_PRIVATE = ".git"
_MOST_GUESSES = 50


class Files:
    """What stands where in a tree; each folder is listed once, and only if it is asked for.

    Names are compared letter by letter on every system: a link that works on one works on all.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._listed: dict[str, dict[str, Entry]] = {}
        self._kinds: dict[str, str] = {}
        self._guesses = 0

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

    def near(self, path: str) -> str:
        """The path in the same folder that may have been meant; empty if none is like it.

        After some fifty there are no more guesses: comparing a word with thousands of others takes
        milliseconds.
        """
        self._guesses += 1
        folder, name = split(path)
        if self._guesses > _MOST_GUESSES or self.kind(folder or ".") != FOLDER:
            return ""
        guess = nearest(name, self._entries(folder or "."))
        return join(folder, guess) if guess else ""

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


def way_out(path: str) -> str:
    """What a path that leads out of the tree is called; empty for one that does not."""
    return "a path out of the handbook" if path.startswith(("/", "..")) else ""
