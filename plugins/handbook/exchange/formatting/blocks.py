"""Mappings and lists in lines of their own: ordered, indented by two, with comments beside what they tell."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml import CollectionNode, MappingNode, Node, ScalarNode

from handbook.exchange.editing.nodes import is_nothing, last_line
from handbook.exchange.editing.writing import STEP
from handbook.exchange.formatting.flow import on_one_line, ordered, tidy_scalar
from handbook.exchange.formatting.order import Shape

Lines = list[str]

_ALLOWS = re.compile(r"[ \t]*#[ \t]*handbook:[ \t]*allow\b")
_REST = re.compile(r"[ \t]*(#.*)?")


class Odd(Exception):
    """Something is written in a way that is best left as it stands."""


class Piece(NamedTuple):
    """A field or item: what stands above it, and its own lines."""

    lead: Lines
    lines: Lines
    name: str = ""


class Blocks:
    """Lays out the nodes of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")

    def mapping(self, node: MappingNode, shape: Shape, indent: int, lead: Lines, tail: Lines) -> list[Piece]:
        """The fields of a mapping in their order; what stands beneath the last is a piece without lines.

        ``lead`` and ``tail`` are the comments and blank lines above its first field and beneath its last.
        """
        pieces: dict[int, Piece] = {}
        foot = lead
        for number, (key, value) in enumerate(node.value):
            above = foot
            end = last_line(value, self._lines, key.start_mark.column)
            is_last = number + 1 == len(node.value)
            below = tail if is_last else self._lines[end + 1 : node.value[number + 1][0].start_mark.line]
            inner, foot = _parted(below, value, node.start_mark.column)
            lines = self._pair(key, value, shape, indent, end, inner)
            pieces[id(key)] = Piece(above, lines, key.value)
        found = [pieces[id(key)] for key, _ in ordered(node.value, shape)]
        return [*found, Piece(foot, [])]

    def _pair(self, key: Node, value: Node, shape: Shape, indent: int, end: int, tail: Lines) -> Lines:
        first = key.start_mark.line
        try:
            if not isinstance(key, ScalarNode) or "\n" in self._slice(key) or self._is_explicit(key):
                raise Odd
            head = f"{' ' * indent}{tidy_scalar(key, self._text)}:"
            return self._value(head, key, value, shape.inside(key.value), indent, end, tail)
        except Odd:
            shift = indent - key.start_mark.column
            lines = self._lines[first : end + 1]
            own = " " * key.start_mark.column + lines[0][key.start_mark.column :]
            return [_moved(line, shift) for line in (own, *lines[1:], *tail)]

    def _is_explicit(self, key: Node) -> bool:
        before = self._lines[key.start_mark.line][: key.start_mark.column]
        return "?" in before

    def _value(
        self, head: str, key: Node, value: Node, shape: Shape, indent: int, end: int, tail: Lines
    ) -> Lines:
        line = key.start_mark.line
        if is_nothing(value):
            return [head + self._comment(line, self._colon(key))]
        if isinstance(value, ScalarNode) and value.style in ("|", ">"):
            return [f"{head} {self._opening(value, line)}", *self._text_lines(value, indent, end)]
        if value.start_mark.line == value.end_mark.line:
            return [self._on_line(head, key, value, shape)]
        if not is_block(value):
            least = indent + STEP if isinstance(value, ScalarNode) else 0
            return [f"{head} {self._opening(value, line)}", *self._continued(key, end, indent, least)]
        head += self._comment(line, self._colon(key))
        lead = self._lines[line + 1 : value.start_mark.line]
        return [head, *self._inside(value, shape, indent + STEP, lead, tail)]

    def _inside(self, value: Node, shape: Shape, indent: int, lead: Lines, tail: Lines) -> Lines:
        """The lines of a mapping or list that stands beneath its key or behind its hyphen."""
        if isinstance(value, MappingNode):
            return joined(self.mapping(value, shape, indent, lead, tail), indent)
        return joined(list(self._items(value, shape, indent, lead, tail)), indent)

    def _items(self, node: Node, shape: Shape, indent: int, lead: Lines, tail: Lines) -> Iterator[Piece]:
        column, foot = node.start_mark.column, lead
        for number, item in enumerate(node.value):
            if self._lines[item.start_mark.line][column : item.start_mark.column].strip() != "-":
                raise Odd
            end = last_line(item, self._lines, column)
            is_last = number + 1 == len(node.value)
            below = tail if is_last else self._lines[end + 1 : node.value[number + 1].start_mark.line]
            above = foot
            inner, foot = _parted(below, item, column)
            yield self._item(item, shape, indent, end, above, inner)
        yield Piece(foot, [])

    def _item(self, item: Node, shape: Shape, indent: int, end: int, above: Lines, tail: Lines) -> Piece:
        head = f"{' ' * indent}-"
        if not is_block(item):
            return Piece(above, self._plain_item(head, item, shape, indent, end))
        lines = self._inside(item, shape, indent + STEP, [], tail)
        first = next(number for number, line in enumerate(lines) if line.lstrip(" ")[:1] not in ("", "#"))
        lead = [line.lstrip(" ") for line in lines[:first] if line]
        return Piece([*above, *lead], [f"{head} {lines[first].lstrip(' ')}", *lines[first + 1 :]])

    def _plain_item(self, head: str, item: Node, shape: Shape, indent: int, end: int) -> Lines:
        line = item.start_mark.line
        if is_nothing(item):
            return [head + self._comment(line, item.start_mark.column)]
        if isinstance(item, ScalarNode) and item.style in ("|", ">"):
            return [f"{head} {self._opening(item, line)}", *self._text_lines(item, indent, end)]
        if item.end_mark.line == line:
            own = on_one_line(item, self._text, shape)
            return [f"{head} {own}{self._comment(line, item.end_mark.column)}"]
        least = indent + STEP if isinstance(item, ScalarNode) else 0
        shift = indent + STEP - item.start_mark.column
        rest = [_shifted(inner, shift, least) for inner in self._lines[line + 1 : end + 1]]
        return [f"{head} {self._opening(item, line)}", *rest]

    def _on_line(self, head: str, key: Node, value: Node, shape: Shape) -> str:
        between = self._text[key.end_mark.index : value.start_mark.index]
        if "#" in between:
            raise Odd
        own = on_one_line(value, self._text, shape)
        return f"{head} {own}{self._comment(value.end_mark.line, value.end_mark.column)}"

    def _opening(self, value: Node, line: int) -> str:
        """The first line of a value of several, which must stand on the line of its key or hyphen."""
        if value.start_mark.line != line:
            raise Odd
        opening = self._lines[line][value.start_mark.column :]
        return opening if isinstance(value, ScalarNode) and value.style in ("'", '"') else opening.rstrip()

    def _continued(self, key: Node, end: int, indent: int, least: int) -> Lines:
        shift = indent - key.start_mark.column
        return [_shifted(line, shift, least) for line in self._lines[key.start_mark.line + 1 : end + 1]]

    def _text_lines(self, value: ScalarNode, indent: int, end: int) -> Lines:
        """The lines of text beneath a bar, further in than what they belong to."""
        lines = self._lines[value.start_mark.line + 1 : end + 1]
        header = self._lines[value.start_mark.line][value.start_mark.column :].split("#")[0]
        filled = [line for line in lines if line.strip(" ")]
        if any(character.isdigit() for character in header):
            raise Odd
        own = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 0
        return [" " * (indent + STEP) + line[own:] if len(line) > own else "" for line in lines]

    def _colon(self, key: Node) -> int:
        """The column behind the colon of a key."""
        return self._lines[key.start_mark.line].index(":", key.end_mark.column) + 1

    def _comment(self, line: int, column: int) -> str:
        """What stands behind a value on its line: nothing, or a comment with the space before it."""
        rest = self._lines[line][column:]
        found = _REST.fullmatch(rest)
        if not found:
            raise Odd
        return rest.rstrip() if found[1] else ""

    def _slice(self, node: Node) -> str:
        return self._text[node.start_mark.index : node.end_mark.index]


def joined(pieces: list[Piece], indent: int, *, apart: bool = False) -> Lines:
    """The lines of pieces one after the other.

    Of blank lines one stays between them and none at the ends; ``apart`` sets pieces of several lines apart.
    """
    lines: Lines = []
    before = 0
    for number, piece in enumerate(pieces):
        lead = [" " * indent + line.strip() if line.strip() else "" for line in piece.lead]
        if apart and number and piece.lines and (len(piece.lines) > 1 or before > 1):
            lead.insert(0, "")
        while lead and not lead[-1] and not piece.lines:
            lead.pop()
        lines += _thinned(lead, lines)
        lines += piece.lines
        before = len(piece.lines)
    return lines


def _thinned(lead: Lines, before: Lines) -> Lines:
    """Comments with at most one blank line at a time, and none at the very top."""
    thin: Lines = []
    for line in lead:
        if line or any((thin or before)[-1:]):
            thin.append(line)
    return thin


def is_block(node: Node) -> bool:
    """Whether a node is a mapping or a list in lines of its own."""
    return isinstance(node, CollectionNode) and not node.flow_style


def _parted(below: Lines, value: Node, column: int) -> tuple[Lines, Lines]:
    """What stands beneath a value: comments that belong inside of it, and those above what comes next.

    Inside are those that stand further in than ``column``, down to one that allows a fault: it speaks of the
    next line.
    """
    if not is_block(value):
        return [], below
    cut = 0
    for number, line in enumerate(below, 1):
        if not line.strip():
            continue
        if len(line) - len(line.lstrip(" ")) <= column or _ALLOWS.match(line):
            break
        cut = number
    return below[:cut], below[cut:]


def _moved(line: str, by: int) -> str:
    """A line with more or less space before it; blank ones too, for they may be part of a text."""
    return " " * by + line if by >= 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _shifted(line: str, by: int, least: int = 0) -> str:
    own = line.lstrip(" ")
    return " " * max(least, len(line) - len(own) + by) + own if own else ""
