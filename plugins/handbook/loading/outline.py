"""The nodes of a file with their positions, composed when a place is asked for."""

from functools import lru_cache
from typing import NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from handbook.loading.compose import compose
from handbook.loading.front_matter import split
from handbook.loading.guard import position
from handbook.loading.marks import written_name
from handbook.loading.text import text_of
from handbook.records.origin import Path

Position = tuple[int, int]
"""Line and column, counted from 1."""


@lru_cache(maxsize=2)  # problems come file by file; the nodes of a large file are large
def outline(raw: bytes, is_markdown: bool) -> "Outline":
    """The outline of a file that could be read."""
    text = text_of(raw, [])
    fields = split(text).fields if is_markdown and raw else text
    return Outline(text, compose(fields))


class Outline:
    """Finds positions of values by their paths."""

    def __init__(self, text: str, root: Node | None) -> None:
        self._text = text
        self._root = root
        self._children: dict[int, dict[str, tuple[Node, Node]]] = {}

    def position(self, path: Path, *, key: bool = False) -> Position:
        """Where the value at ``path`` begins, or its key; if there is none, the nearest thing around it."""
        spot = self._spot(path)
        if spot is None:
            return 1, 1
        is_around = not spot.is_exact and isinstance(spot.node, MappingNode)
        return position(spot.key if spot.key and (key or is_around) else spot.node)

    def find_in(self, path: Path, needle: str, nth: int) -> Position | None:
        """Where ``needle`` occurs for the ``nth`` time, from 0, as the value at ``path`` is written."""
        spot = self._spot(path)
        if spot is None:
            return None
        return self._find(needle, nth, spot.node.start_mark.index, spot.node.end_mark.index)

    def find_below(self, line: int, needle: str, nth: int) -> Position | None:
        """Where ``needle`` occurs for the ``nth`` time, from 0, from ``line`` on."""
        start = 0
        for _ in range(line - 1):
            start = self._text.find("\n", start) + 1
        return self._find(needle, nth, start, len(self._text))

    def _find(self, needle: str, nth: int, start: int, end: int) -> Position | None:
        at = self._text.find(needle, start, end)
        for _ in range(nth):
            at = self._text.find(needle, at + 1, end) if at >= 0 else at
        return (self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)) if at >= 0 else None

    def _spot(self, path: Path) -> "_Spot | None":
        if self._root is None:
            return None
        spot = _Spot(self._root, None, True)
        for step in path:
            if (inner := self._step(spot, step)) is None:
                # A single value stands for a list of one.
                if step == 0:
                    continue
                return spot._replace(is_exact=False)
            spot = inner
        return spot

    def _step(self, spot: "_Spot", step: str | int) -> "_Spot | None":
        node = spot.node
        if isinstance(node, SequenceNode) and isinstance(step, int):
            return _Spot(node.value[step], None, True) if step < len(node.value) else None
        if isinstance(node, MappingNode) and isinstance(step, str):
            children = self._children_of(node)
            pair = children.get(step) or children.get(written_name(step))
            return _Spot(pair[1], pair[0], True) if pair else None
        return None

    def _children_of(self, node: MappingNode) -> dict[str, tuple[Node, Node]]:
        if (known := self._children.get(id(node))) is None:
            # Of keys that stand twice, the first holds.
            pairs = [(key, value) for key, value in reversed(node.value) if isinstance(key, ScalarNode)]
            known = self._children[id(node)] = {key.value: (key, value) for key, value in pairs}
        return known


class _Spot(NamedTuple):
    """A value, its key if it has one, and whether it is what was looked for or something around it."""

    node: Node
    key: Node | None
    is_exact: bool
