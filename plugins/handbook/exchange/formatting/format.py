"""Format: the bytes of a file of records in the one layout, saying what they said before."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from yaml import MappingNode, Node, ScalarNode

from handbook.exchange.editing.editable import CannotEdit, editable
from handbook.exchange.editing.nodes import composed, data_of, last_line
from handbook.exchange.formatting.blocks import Blocks, joined
from handbook.exchange.formatting.order import Shape
from handbook.loading.layout import Sheet
from handbook.loading.limits import Limits
from handbook.loading.reading import Reading, read
from handbook.loading.shape import Raw
from handbook.records.kind import kinds

_ALLOWS = re.compile(r"[ \t]*#[ \t]*handbook:[ \t]*allow\b")
_LINE_NUMBER = re.compile(r"\bline \d+\b")
_DIGITS = re.compile(r"(\d+)")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*?(?=[ \t]*$)", re.MULTILINE)


def formatted(sheet: Sheet, raw: bytes, *, by_id: bool = False) -> bytes:
    """The file in the layout of the house; ``by_id`` sorts the records of a register by their ids.

    Raises `CannotEdit` if it cannot be read, or if it would not say the same afterwards.
    """
    file = editable(raw, is_markdown=sheet.is_markdown)
    root = composed(file.yaml)
    data_of(root)
    if not isinstance(root, MappingNode) or root.flow_style:
        return raw
    yaml = _laid_out(file.yaml, root, sheet, by_id=by_id)
    new = file.with_yaml(yaml)
    if new != raw and not _says_the_same(sheet, raw, new, (file.yaml, yaml), by_id=by_id):
        raise CannotEdit("it would not say the same in another layout – it is left as it is")
    return new


def shape_of(sheet: Sheet) -> Shape:
    """What the mapping is that a sheet holds: a record, records by their ids, or sections of such."""
    held = [kinds()[name] for name in sheet.kinds]
    if sheet.id:
        return Shape(kind=held[0].name)
    if held[0].under:
        return Shape(sections=tuple((kind.under, kind.name) for kind in held))
    return Shape(records=held[0].name)


def _laid_out(text: str, root: MappingNode, sheet: Sheet, *, by_id: bool) -> str:
    lines = text.split("\n")
    start = root.start_mark.line
    opened = next((number for number in range(start, -1, -1) if lines[number].startswith("---")), -1)
    if opened == start:
        raise CannotEdit("expected records on the lines below '---', found them beside it", start + 1)
    above, below = lines[opened + 1 : start], lines[last_line(root, lines, -1) + 1 :]
    if strange := next((line for line in below if line.strip() and not line.lstrip().startswith("#")), None):
        raise CannotEdit(f"expected nothing but comments after the last record, found '{strange[:40]}'")
    head, lead = _header(above)
    pieces = Blocks(text).mapping(root, shape_of(sheet), 0, lead, below)
    if by_id and not sheet.id and not kinds()[sheet.kinds[0]].under:
        pieces = [*sorted(pieces[:-1], key=lambda piece: _natural(piece.name)), pieces[-1]]
    pieces[0] = pieces[0]._replace(lead=[*head, *pieces[0].lead])
    apart = not sheet.id and not kinds()[sheet.kinds[0]].under
    return "\n".join([*lines[: opened + 1], *joined(pieces, 0, apart=apart), ""])


def _header(above: list[str]) -> tuple[list[str], list[str]]:
    """What stands at the top of a file: what is about all of it, and what is about the first record.

    A blank line parts the two; a comment that allows a fault speaks of what follows.
    """
    allows = next((number for number, line in enumerate(above) if _ALLOWS.match(line)), len(above))
    blank = max((number + 1 for number, line in enumerate(above) if not line.strip()), default=len(above))
    cut = min(allows, blank)
    return above[:cut], above[cut:]


def _natural(name: str) -> list[tuple[int, int, str]]:
    """The sort key of an id in which ``R-9`` comes before ``R-10``."""
    parts = _DIGITS.split(name.casefold())
    return [(int(part.isdigit()), int(part) if part.isdigit() else 0, part) for part in parts]


def _says_the_same(sheet: Sheet, old: bytes, new: bytes, texts: tuple[str, str], *, by_id: bool) -> bool:
    # Text beneath a bar at the very end of a file has a line feed more once the file ends in one.
    old = old if old.endswith(b"\n") else old + b"\n"
    before, after = (read(sheet, raw, Limits()) for raw in (old, new))
    if _records(before, by_id=by_id) != _records(after, by_id=by_id) or before.body != after.body:
        return False
    if _flaws(before) != _flaws(after):
        return False
    first, second = (composed(text) for text in texts)
    if Counter(_comments(texts[0], first)) != Counter(_comments(texts[1], second)):
        return False
    return _allowed(before, old, first, sheet) == _allowed(after, new, second, sheet)


def _records(reading: Reading, *, by_id: bool) -> dict[str, list[Any]]:
    """The records of each kind in their order: that of records of one kind is kept, that of fields is not."""
    found: dict[str, list[Any]] = {}
    for raw in reading.raws:
        found.setdefault(raw.kind, []).append(_facts(raw))
    return (
        {kind: sorted(facts, key=lambda fact: fact[0]) for kind, facts in found.items()} if by_id else found
    )


def _facts(raw: Raw) -> tuple[Any, ...]:
    return raw.path, raw.id, raw.parent, raw.data


def _flaws(reading: Reading) -> Counter[tuple[str, str, str]]:
    return Counter((flaw.code, _LINE_NUMBER.sub("line", flaw.message), flaw.cure) for flaw in reading.flaws)


def _allowed(reading: Reading, raw: bytes, root: Node | None, sheet: Sheet) -> Counter[tuple[Any, ...]]:
    """What comments allow, with the path of what begins on the line that each covers."""
    if not reading.allowed:
        return Counter()
    starts: dict[int, set[tuple[Any, ...]]] = {}
    records = {record.path for record in reading.raws}
    for line, path in _starts(root, (), records) if root else ():
        starts.setdefault(line + 1 + sheet.is_markdown, set()).add(path)
    lines = raw.decode().splitlines()
    return Counter(
        (code, until, reason, frozenset(starts.get(line, {(lines[line - 1].strip(),)})))
        for code, line, until, reason in reading.allowed
    )


def _starts(
    node: Node, path: tuple[Any, ...], records: set[tuple[str, ...]]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The line and the path of every key and value in a node; a record is where its id stands."""
    if isinstance(node, ScalarNode):
        return
    pairs = node.value if isinstance(node, MappingNode) else enumerate(node.value)
    for key, value in pairs:
        inner = (*path, key.value if isinstance(key, Node) else key)
        if isinstance(key, Node):
            yield key.start_mark.line, inner
        if inner not in records:
            yield value.start_mark.line, inner
        yield from _starts(value, inner, records)


def _comments(text: str, root: Node | None) -> list[str]:
    """The comments of a text: what follows a hash that is part of no scalar."""
    for node in _scalars(root):
        start, end = node.start_mark.index, node.end_mark.index
        if "#" in text[start:end]:
            inside = text[start:end]
            first, feed, rest = inside.partition("\n")
            head = first if node.style in ("|", ">") else first.replace("#", " ")
            text = text[:start] + head + feed + rest.replace("#", " ") + text[end:]
    return [found[0] for found in _COMMENT.finditer(text)]


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif node is not None:
        for item in node.value:
            yield from (
                inner for one in (item if isinstance(item, tuple) else (item,)) for inner in _scalars(one)
            )
