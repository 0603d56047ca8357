"""The node of a file to raw records: which mapping is a record, what it is called, what stands inside it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from handbook.loading.compose import ABSENT, mapping, unique
from handbook.loading.flaw import Flaw
from handbook.loading.guard import position
from handbook.loading.layout import Sheet
from handbook.problems.nearest import did_you_mean
from handbook.records.kind import Kind, Nest, kinds
from handbook.records.types.fault import shown

Pairs = list[tuple[Node, Node]]
Path = tuple[str, ...]


class Raw(NamedTuple):
    """A record before its model has seen it; plain values only, so that it travels between processes.

    ``data`` is what was written, None if that is no mapping; ``path`` leads to it in the file, ``line`` and
    ``column`` are the place of its id.
    """

    kind: str
    id: str
    parent: str
    path: Path
    line: int
    column: int
    data: dict[str, Any] | None


def raws(sheet: Sheet, node: Node | None, flaws: list[Flaw]) -> Iterator[Raw]:
    """The raw records of a sheet whose text is ``node``, each before those nested in it."""
    held = [kinds()[name] for name in sheet.kinds]
    if sheet.id:
        where = position(node) if node else (1, 1)
        yield from _record(held[0], sheet.id, "", (), where, node, flaws)
    elif held[0].under:
        yield from _sections(held, node, flaws)
    else:
        yield from _keyed(held[0], _Around(), node, flaws)


class _Around(NamedTuple):
    """What stands around a mapping: its path in the file, the id of the record around, a prefix of ids."""

    path: Path = ()
    parent: str = ""
    prefix: str = ""


def _sections(held: list[Kind], node: Node | None, flaws: list[Flaw]) -> Iterator[Raw]:
    """The records of a file that keeps several kinds, each under a key of its own."""
    known = {kind.under: kind for kind in held}
    for name, key, value in _pairs(node, flaws):
        if name in known:
            yield from _keyed(known[name], _Around((name,)), value, flaws)
        else:
            message = f"unknown key {shown(name)}, expected {' or '.join(map(repr, known))}"
            flaws.append(Flaw("FIELD001", message, *position(key), did_you_mean(name, known)))


def _keyed(kind: Kind, around: _Around, node: Node | None, flaws: list[Flaw]) -> Iterator[Raw]:
    """The records of a mapping from ids to records."""
    for name, key, value in _pairs(node, flaws):
        path = (*around.path, name)
        yield from _record(kind, around.prefix + name, around.parent, path, position(key), value, flaws)


def _record(
    kind: Kind,
    id_: str,
    parent: str,
    path: Path,
    where: tuple[int, int],
    node: Node | None,
    flaws: list[Flaw],
) -> Iterator[Raw]:
    """One record, then those nested in it."""
    if node is None or _is_absent(node):
        yield Raw(kind.name, id_, parent, path, *where, _wrapped(kind, {}))
        return
    if kind.bare and type(node) is ScalarNode:
        yield Raw(kind.name, id_, parent, path, *where, {kind.bare: node.value})
        return
    if type(node) is not MappingNode:
        flaws.append(
            _no_fields(kind, id_, node) if path else _no_mapping(f"the fields of a {kind.name}", node)
        )
        yield Raw(kind.name, id_, parent, path, *where, None)
        return
    pairs: Pairs = node.value
    nests = _nests(kind, pairs, flaws)
    if nests:
        keys = {nest.key for nest, _ in nests}
        pairs = [pair for pair in pairs if type(pair[0]) is not ScalarNode or pair[0].value not in keys]
    yield Raw(kind.name, id_, parent, path, *where, _wrapped(kind, mapping(pairs, flaws)))
    for nest, value in nests:
        around = _Around((*path, nest.key), id_, f"{id_}." if nest.dotted else "")
        yield from _keyed(kinds()[nest.kind], around, value, flaws)


def _nests(kind: Kind, pairs: Pairs, flaws: list[Flaw]) -> list[tuple[Nest, Node]]:
    """The nested mappings of a record, in the order they are written."""
    if not kind.nests:
        return []
    by_key = {nest.key: nest for nest in kind.nests}
    nested = [pair for pair in pairs if type(pair[0]) is ScalarNode and pair[0].value in by_key]
    return [(by_key[name], value) for name, _, value in unique(nested, flaws)]


def _pairs(node: Node | None, flaws: list[Flaw]) -> Iterator[tuple[str, Node, Node]]:
    """Name, key and value of the records of a mapping; anything but a mapping is told in ``flaws``."""
    if node is None or _is_absent(node):
        return
    if type(node) is MappingNode:
        yield from unique(node.value, flaws)
    else:
        flaws.append(_no_mapping("a mapping from ids to records", node))


def _no_mapping(expected: str, node: Node) -> Flaw:
    message = f"expected {expected}, found {_found(node)}"
    return Flaw("READ011", message, *position(node), "write 'name: value', one name in each line", fatal=True)


def _is_absent(node: Node) -> bool:
    return type(node) is ScalarNode and node.value in ABSENT and not node.style


def _wrapped(kind: Kind, data: dict[str, Any]) -> dict[str, Any]:
    return {kind.wrap: data} if kind.wrap else data


def _no_fields(kind: Kind, id_: str, node: Node) -> Flaw:
    message = f"expected the fields of {kind.name} {shown(id_)}, found {_found(node)}"
    return Flaw("FIELD003", message, *position(node), "write 'field: value' in the lines below the id")


def _found(node: Node) -> str:
    return "a list" if type(node) is SequenceNode else "a mapping" if type(node) is MappingNode else "text"
