"""The files of a handbook opened for edits by place."""

from dataclasses import dataclass, field

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from handbook.exchange.editing.editable import CannotEdit, Editable, editable
from handbook.exchange.editing.nodes import child, composed
from handbook.loading.limits import Limits
from handbook.loading.marks import written_name
from handbook.loading.tree import NotRegular, TooLarge, Tree
from handbook.records.origin import Path


@dataclass(slots=True)
class OpenFile:
    """One file, its nodes, and the stretches of its text that are to be replaced."""

    file: str
    raw: bytes
    text: Editable
    root: Node | None
    edits: dict[tuple[int, int], str] = field(default_factory=dict)

    def spot(self, path: Path) -> tuple[Node | None, Node | None]:
        """The key and the value at a path, or what stands nearest around it."""
        key, node = None, self.root
        for step in path:
            inner: tuple[Node | None, Node | None] | None = None
            if isinstance(node, MappingNode) and isinstance(step, str):
                inner = child(node, step) or child(node, written_name(step))
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                inner = None, node.value[step]
            elif step == 0:
                continue
            if inner is None:
                break
            key, node = inner
        return key, node

    def replace(self, node: ScalarNode, old: str, new: str) -> None:
        """Write ``new`` where ``old`` stands in a scalar. Raises `CannotEdit` for an escape."""
        start = self.text.fields + node.start_mark.index
        end = self.text.fields + node.end_mark.index
        at = self.text.text.find(old, start, end)
        if at < 0:
            raise CannotEdit(
                f"'{self.file}' writes '{old}' in another way – change it by hand", self.line(node)
            )
        self.edits[at, at + len(old)] = new

    def line(self, node: Node) -> int:
        """The line of a node, from 1."""
        return self.text.text.count("\n", 0, self.text.fields + node.start_mark.index) + 1

    @property
    def edited(self) -> bytes:
        """The bytes of the file with everything replaced."""
        text = self.text.text
        for (start, end), new in sorted(self.edits.items(), reverse=True):
            text = text[:start] + new + text[end:]
        return self.text.with_text(text) if self.edits else self.raw


class Desk:
    """Opens each file once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.files: dict[str, OpenFile] = {}

    def open(self, file: str, *, is_page: bool = False) -> OpenFile:
        """The file at a path; a page is Markdown without records. Raises `CannotEdit`."""
        if file not in self.files:
            raw = self._read(file)
            text = editable(raw, is_markdown=file.endswith(".md"), needs_front=not is_page)
            root = None if is_page else composed(text.yaml)
            self.files[file] = OpenFile(file, raw, text, root)
        return self.files[file]

    def names(self, file: str, id_: str) -> bool:
        """Whether an id may be named in a file: it stands in it somehow."""
        return id_.casefold().encode() in self._read(file).lower()

    def _read(self, file: str) -> bytes:
        try:
            return self._tree.read(file, Limits().file_bytes)
        except (OSError, NotRegular, TooLarge):
            raise CannotEdit(f"'{file}' cannot be read") from None
