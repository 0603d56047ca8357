"""YAML text as nodes with their places, for edits by place."""

from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from handbook.exchange.editing.editable import CannotEdit
from handbook.loading.compose import compose, plain
from handbook.loading.flaw import Flaw, Unreadable
from handbook.loading.guard import guard
from handbook.loading.limits import Limits

Pairs = list[tuple[Node, Node]]


def composed(text: str) -> Node | None:
    """The node of a text; None if it holds none. Raises `CannotEdit` for what cannot be read."""
    try:
        guard(text, Limits().depth)
        return compose(text)
    except Unreadable as end:
        raise _cannot(end.flaw) from None


def data_of(node: Node | None) -> Any:
    """The plain data of a node. Raises `CannotEdit` for a key that stands twice or is no text."""
    flaws: list[Flaw] = []
    data = plain(node, flaws) if node else None
    if flaws:
        raise _cannot(flaws[0])
    return data


def is_nothing(node: Node | None) -> bool:
    """Whether nothing is written where a value could be."""
    return node is None or (isinstance(node, ScalarNode) and not node.style and not node.value)


def child(node: Node, name: str) -> tuple[Node, Node] | None:
    """The key and the value of one name in a mapping."""
    if not isinstance(node, MappingNode):
        return None
    return next(
        (pair for pair in node.value if isinstance(pair[0], ScalarNode) and pair[0].value == name), None
    )


def last_line(node: Node, lines: list[str], indent: int) -> int:
    """The number, from 0, of the last line that a value takes.

    ``indent`` is the column of the key or hyphen it belongs to: text beneath a bar is what stands further
    in than that.
    """
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return _last_of_block(node, lines, indent)
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        column = node.start_mark.column
        last = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
        return last_line(last, lines, column)
    return int(node.end_mark.line)


def _last_of_block(node: ScalarNode, lines: list[str], indent: int) -> int:
    """The last line of text beneath a bar; blank lines after it belong to it only if they are kept."""
    first = last = node.start_mark.line
    header = lines[first][node.start_mark.column :].split("#")[0]
    least = next((indent + int(character) for character in header if character.isdigit()), 0)
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip(" "):
            continue
        own = len(line) - len(line.lstrip(" "))
        least = least or max(own, indent + 1)
        if own < least:
            break
        last = number
    if "+" in header:
        while last + 1 < len(lines) - 1 and not lines[last + 1].strip(" "):
            last += 1
    return last


def _cannot(flaw: Flaw) -> CannotEdit:
    return CannotEdit(f"{flaw.message} – {flaw.cure}" if flaw.cure else flaw.message, flaw.line)
