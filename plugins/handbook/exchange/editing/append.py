"""Append: records at the end of a register, in the style of those that stand there."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from yaml import MappingNode, Node

from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.nodes import child, composed, data_of, is_nothing, last_line
from handbook.exchange.editing.writing import STEP, flow, record_lines


def append(text: str, records: Mapping[str, Any], under: Sequence[str] = ()) -> str:
    """``text`` with ``records`` – fields by id – after the last record of the mapping at the path ``under``.

    Fields are plain data: text, lists and mappings, None for a field without a value. Nothing else in the
    text changes, neither comments nor blank lines; the new records are indented and set apart as those before
    them. Keys of ``under`` that are missing are written. Raises `CannotEdit` if the text cannot be read, has
    one of the ids already, or would not say the same afterwards.
    """
    if not records:
        return text
    root = composed(text)
    before = data_of(composed(text if text.endswith("\n") else f"{text}\n"))
    wanted = _merged(before, records, under)
    appended = _appended(text, root, records, tuple(under))
    if data_of(composed(appended)) != wanted:
        raise CannotEdit("the file is written in a way that nothing can be added to – add the record by hand")
    return appended


def _merged(before: Any, records: Mapping[str, Any], under: Sequence[str]) -> Any:
    """The data that the text is to have afterwards."""
    if not (before is None or isinstance(before, dict)):
        raise CannotEdit("expected a mapping from ids to records, found something else")
    here = before or {}
    if under:
        return {**here, under[0]: _merged(here.get(under[0]), records, under[1:])}
    if taken := next((id_ for id_ in records if id_ in here), None):
        raise CannotEdit(f"the id '{taken}' is taken")
    return {**here, **{id_: _as_read(fields) for id_, fields in records.items()}}


def _as_read(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _as_read(inner) for name, inner in value.items()}
    return [_as_read(item) for item in value] if isinstance(value, list | tuple) else value


class _Target(NamedTuple):
    """The mapping that records go into, its key, and the names that are still to be written."""

    node: Node | None
    key: Node | None
    missing: tuple[str, ...]


def _target(root: Node | None, under: tuple[str, ...]) -> _Target:
    node, key = root, None
    for depth, name in enumerate(under):
        pair = None if is_nothing(node) or node is None else child(node, name)
        if pair is None:
            return _Target(node, key, under[depth:])
        key, node = pair
    return _Target(node, key, ())


def _appended(text: str, root: Node | None, records: Mapping[str, Any], under: tuple[str, ...]) -> str:
    target = _target(root, under)
    lines = text.split("\n")
    node = target.node
    if isinstance(node, MappingNode) and node.flow_style:
        return _into_brackets(text, node, _under(records, target.missing))
    if isinstance(node, MappingNode) and node.value:
        return _after_last(lines, node, records, target.missing)
    column = target.key.start_mark.column + STEP if target.key else 0
    new = _lines(records, target.missing, column, in_one=False, apart=not under)
    if target.key is not None:
        return _inserted(lines, target.key.end_mark.line, new)
    return _inserted(lines, len(lines) - 1 if lines[-1] else len(lines) - 2, new)


def _under(records: Mapping[str, Any], names: tuple[str, ...]) -> Mapping[str, Any]:
    for name in reversed(names):
        records = {name: records}
    return records


def _into_brackets(text: str, node: MappingNode, records: Mapping[str, Any]) -> str:
    """The records as one more entry of a mapping in braces."""
    close = node.end_mark.index - 1
    head = text[:close].rstrip()
    space = text[len(head) : close]
    comma = ", " if node.value else ""
    return head + comma + flow(records)[1:-1] + space + text[close:]


def _after_last(
    lines: list[str], node: MappingNode, records: Mapping[str, Any], missing: tuple[str, ...]
) -> str:
    column = node.start_mark.column
    at = last_line(node, lines, column)
    while at + 1 < len(lines) and _is_comment(lines[at + 1], column):
        at += 1
    in_one = not missing and all(_is_in_one(value) for _, value in node.value)
    apart = _are_apart(lines, node, is_in_one=in_one)
    new = _lines(records, missing, column, in_one=in_one, apart=apart)
    return _inserted(lines, at, [*([""] if apart else []), *new])


def _is_comment(line: str, column: int) -> bool:
    """Whether a line is a comment that stands further in than the records of a mapping."""
    return line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) > column


def _is_in_one(value: Node) -> bool:
    is_brackets = isinstance(value, MappingNode) and bool(value.flow_style)
    return is_brackets and value.start_mark.line == value.end_mark.line


def _are_apart(lines: list[str], node: MappingNode, *, is_in_one: bool) -> bool:
    """Whether blank lines stand between the records of a mapping."""
    if len(node.value) < 2:
        return node.start_mark.column == 0 and not is_in_one
    (before, value), (last, _) = node.value[-2:]
    between = range(last_line(value, lines, before.start_mark.column) + 1, last.start_mark.line)
    return any(not lines[number].strip() for number in between)


def _lines(
    records: Mapping[str, Any], missing: tuple[str, ...], column: int, *, in_one: bool, apart: bool
) -> list[str]:
    heads = [f"{' ' * (column + STEP * depth)}{name}:" for depth, name in enumerate(missing)]
    column += STEP * len(missing)
    new: list[str] = []
    for id_, fields in records.items():
        new += [""] if new and apart else []
        new += record_lines(id_, fields, column, in_one=in_one)
    return heads + new


def _inserted(lines: list[str], after: int, new: list[str]) -> str:
    """The text with lines after one of it; whether it ends in a line feed stays as it was."""
    return "\n".join([*lines[: after + 1], *new, *lines[after + 1 :]])
