"""YAML text to nodes, and nodes to plain data in which every scalar is text."""

from collections.abc import Iterator
from operator import is_
from sys import intern
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser

from handbook.loading.flaw import Flaw
from handbook.loading.guard import position
from handbook.loading.syntax import broken
from handbook.records.types.fault import shown

Pairs = list[tuple[Node, Node]]
Plain = str | list[Any] | dict[str, Any] | None
"""Text, list or mapping; None where nothing was written."""

ABSENT = frozenset(("", "~", "null"))
"""What, without quotes, says that there is no value."""


class _Parser(CParser):
    """libyaml's composer without any idea of types: the schema decides them.

    It calls these three at every node; what is built in costs less to call than what does nothing in Python.
    """

    descend_resolver = is_
    ascend_resolver = bool

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""


def compose(text: str) -> Node | None:
    """The one node of ``text``, None if there is nothing in it. Raises `Unreadable` for broken syntax.

    To be called only with text that has passed the guard.
    """
    try:
        return _Parser(text).get_single_node()
    except YAMLError as error:
        raise broken(error, text) from None


def plain(node: Node, flaws: list[Flaw]) -> Plain:
    """The data of a node. Keys that stand twice, or are no text, are told in ``flaws``; the first holds."""
    if type(node) is ScalarNode:
        return None if node.value in ABSENT and not node.style else node.value
    if type(node) is MappingNode:
        return mapping(node.value, flaws)
    return [plain(item, flaws) for item in node.value]


def mapping(pairs: Pairs, flaws: list[Flaw]) -> dict[str, Any]:
    """The data of the pairs of a mapping node."""
    data: dict[str, Any] = {}
    repeated: Pairs = []
    for key, value in pairs:
        if type(key) is not ScalarNode:
            flaws.append(_complex_key(key))
            continue
        name = intern(key.value)
        if name in data:
            repeated.append((key, value))
        elif type(value) is ScalarNode:
            text = value.value
            data[name] = None if text in ABSENT and not value.style else text
        else:
            data[name] = plain(value, flaws)
    flaws += _repeated(repeated, pairs)
    return data


def unique(pairs: Pairs, flaws: list[Flaw]) -> Iterator[tuple[str, Node, Node]]:
    """Name, key and value of each pair whose key is text; of keys that are alike only the first."""
    seen: set[str] = set()
    repeated: Pairs = []
    for key, value in pairs:
        if type(key) is not ScalarNode:
            flaws.append(_complex_key(key))
        elif key.value in seen:
            repeated.append((key, value))
        else:
            seen.add(key.value)
            yield key.value, key, value
    flaws += _repeated(repeated, pairs)


def _repeated(repeated: Pairs, pairs: Pairs) -> Iterator[Flaw]:
    """The flaws of keys that stand twice: fatal, for nobody can tell which of the two was meant."""
    if repeated:
        lines = {key.value: key.start_mark.line + 1 for key, _ in reversed(pairs) if type(key) is ScalarNode}
        for key, _ in repeated:
            message = f"the key {shown(key.value)} stands in line {lines[key.value]} already"
            yield Flaw("READ003", message, *position(key), "keep one of the two", fatal=True)


def _complex_key(key: Node) -> Flaw:
    found = "a list" if type(key) is SequenceNode else "a mapping"
    return Flaw(
        "READ011", f"expected text as a key, found {found}", *position(key), "write 'key: value'", fatal=True
    )
