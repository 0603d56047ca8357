"""Graphs as Mermaid text in which names can be nothing but names."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Names on one line, one close below the other: a tree of fifty parts is still seen as a whole.
# The layout is named, as others know no such distances.
_CLOSE = (
    '%%{init: {"layout": "dagre", "look": "classic", '
    '"flowchart": {"nodeSpacing": 8, "rankSpacing": 70, "wrappingWidth": 420, "padding": 6}}}%%'
)
_PLAIN = frozenset(" ,.'")


class Node(NamedTuple):
    """One node of a tree in order: its name, and how deep it lies; 0 for the root."""

    name: str
    depth: int


def tree(nodes: Sequence[Node]) -> str:
    """A tree from left to right."""
    return "\n".join((_CLOSE, "flowchart LR", *_lines(nodes)))


def _lines(nodes: Sequence[Node]) -> Iterator[str]:
    above: dict[int, int] = {}
    for number, node in enumerate(nodes):
        above[node.depth] = number
        box = f'n{number}["{named(node.name)}"]'
        yield f"  n{above[node.depth - 1]} --- {box}" if node.depth else f"  {box}"


def named(name: str) -> str:
    """A name as Mermaid shows it: every sign that could mean something as a character code (``#35;``)."""
    return "".join(
        char if char.isalnum() or char in _PLAIN else f"#{ord(char)};"
        for char in " ".join(name.split()) or "–"
    )
