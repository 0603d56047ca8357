"""Plain data – text, lists, mappings – as lines of YAML, the way people write records by hand."""

from collections.abc import Mapping
from typing import Any

from handbook.exchange.editing.scalar import scalar

WIDTH = 110
"""The longest line in which a list or mapping stands in brackets."""

STEP = 2


def field_lines(name: str, value: Any, indent: int = 0) -> list[str]:
    """The lines of ``name: value`` at an indentation. None is a field without a value.

    A list or mapping stands in brackets if it fits in the line, and in lines of its own if not; text of
    several lines stands beneath a bar.
    """
    head = f"{' ' * indent}{scalar(name)}:"
    if value is None:
        return [head]
    if isinstance(value, str) and _is_block(value):
        return [f"{head} {_chomping(value)}", *_block(value, indent + STEP)]
    line = f"{head} {flow(value, nested=False)}"
    if isinstance(value, str) or not value or (_fits(value) and len(line) <= WIDTH):
        return [line]
    return [head, *_inner_lines(value, indent + STEP)]


def record_lines(id_: str, fields: Any, indent: int = 0, *, in_one: bool = False) -> list[str]:
    """The lines of a record under its id: one for each field, or all ``in_one`` line if that is not too long.

    ``fields`` may also be a bare text, for kinds that take one in the place of all fields.
    """
    if in_one and _fits(fields):
        line = f"{' ' * indent}{scalar(id_)}: {flow(fields, nested=False)}"
        if len(line) <= WIDTH:
            return [line]
    if isinstance(fields, Mapping) and fields:
        return [f"{' ' * indent}{scalar(id_)}:", *_inner_lines(fields, indent + STEP)]
    return field_lines(id_, fields, indent)


def flow(value: Any, *, nested: bool = True) -> str:
    """A value on one line; ``nested`` if it stands inside brackets."""
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(name, in_flow=True)}: {flow(v)}" for name, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, in_flow=nested)


def _inner_lines(value: Any, indent: int) -> list[str]:
    if isinstance(value, Mapping):
        return [line for name, inner in value.items() for line in field_lines(name, inner, indent)]
    return [line for item in value for line in _item_lines(item, indent)]


def _item_lines(item: Any, indent: int) -> list[str]:
    """The lines of one item of a list, behind its hyphen."""
    line = f"{' ' * indent}- {flow(item, nested=False)}"
    if not isinstance(item, Mapping | list | tuple) or not item or (_fits(item) and len(line) <= WIDTH):
        return [line]
    first, *others = _inner_lines(item, indent + STEP)
    return [f"{' ' * indent}- {first[indent + STEP :]}", *others]


def _fits(value: Any) -> bool:
    """Whether a value reads well on one line: it has no text of several lines, and no list of mappings."""
    if isinstance(value, Mapping):
        return all(map(_fits, value.values()))
    if isinstance(value, list | tuple):
        return all(_fits(item) and not isinstance(item, Mapping) for item in value)
    return value is None or "\n" not in value


def _is_block(text: str) -> bool:
    """Whether text can stand in lines of its own: several, all visible, and not only blank."""
    lines = text.split("\n")
    return len(lines) > 1 and bool(text.strip()) and all(line.isprintable() for line in lines)


def _chomping(text: str) -> str:
    ending = len(text) - len(text.rstrip("\n"))
    indicator = str(STEP) if text.lstrip("\n").startswith(" ") else ""
    return f"|{indicator}{'-' if not ending else '' if ending == 1 else '+'}"


def _block(text: str, indent: int) -> list[str]:
    lines = text.removesuffix("\n").split("\n")
    return [" " * indent + line if line else "" for line in lines]
