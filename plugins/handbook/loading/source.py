"""A file that was read: it knows the place of each of its values, and finds it when asked."""

from dataclasses import dataclass, field

from handbook.loading.outline import outline
from handbook.problems import Place
from handbook.records.origin import Path


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """The bytes of one file, and what else the places of its values depend on.

    ``body`` and ``body_line`` are the field that the body of a Markdown file is and the line it begins on;
    ``wrap`` is the field that stands for all that is written of a record. Without bytes, every place is the
    top of the file.
    """

    file: str
    raw: bytes = b""
    body: str = ""
    body_line: int = 0
    wrap: str = ""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at ``path``, or of its key; of the nearest thing around it that is written.

        Found by composing the file again: places are for problems, and problems are few.
        """
        if self.body and path[:1] == (self.body,):
            return Place(self.file, self.body_line)
        return Place(self.file, *outline(self.raw, self._is_markdown).position(self._written(path), key=key))

    def find(self, path: Path, needle: str, nth: int) -> Place:
        """The place of the ``nth`` (from 0) ``needle`` in the text at ``path``; if none, of the text."""
        if self.body and path[:1] == (self.body,):
            found = outline(self.raw, self._is_markdown).find_below(self.body_line, needle, nth)
        else:
            found = outline(self.raw, self._is_markdown).find_in(self._written(path), needle, nth)
        return Place(self.file, *found) if found else self.place(path)

    @property
    def _is_markdown(self) -> bool:
        return self.file.endswith(".md")

    def _written(self, path: Path) -> Path:
        """``path`` without the field that nobody writes because it stands for the whole record."""
        return tuple(step for step in path if step != self.wrap) if self.wrap else path

    def __repr__(self) -> str:
        return f"Source({self.file!r})"


@dataclass(frozen=True, slots=True, repr=False)
class SealedSource:
    """A file of which not all may be read: it knows the places of records, and has no text."""

    file: str
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the record that ``path`` leads into."""
        inside = (path[:length] for length in range(len(path), -1, -1))
        found = next((self.places[outer] for outer in inside if outer in self.places), (1, 1))
        return Place(self.file, *found)

    def __repr__(self) -> str:
        return f"SealedSource({self.file!r})"
