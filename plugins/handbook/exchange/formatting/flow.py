"""What stands on one line: scalars without needless quotes, lists and mappings in brackets."""

from yaml import MappingNode, Node, ScalarNode

from handbook.exchange.editing.scalar import is_plain, is_typed
from handbook.exchange.formatting.order import Shape


def on_one_line(node: Node, text: str, shape: Shape, *, in_flow: bool = False) -> str:
    """A node that takes no more than one line, tidied; as it is written if it is written oddly."""
    if isinstance(node, ScalarNode):
        return tidy_scalar(node, text, in_flow=in_flow)
    return _brackets(node, text, shape) or written(node, text)


def tidy_scalar(node: ScalarNode, text: str, *, in_flow: bool = False) -> str:
    """A scalar without its quotes, if every reader of YAML reads the same text without them."""
    value = node.value
    if node.style in ("'", '"') and is_plain(value, in_flow=in_flow) and not is_typed(value):
        return str(value)
    return written(node, text)


def written(node: Node, text: str) -> str:
    """A node as it is written."""
    return text[node.start_mark.index : node.end_mark.index]


def ordered(pairs: list[tuple[Node, Node]], shape: Shape) -> list[tuple[Node, Node]]:
    """The pairs of a mapping in the order of its fields; names that are none come last, as they stand."""
    order = shape.order
    return sorted(pairs, key=lambda pair: order.get(pair[0].value, len(order))) if order else pairs


def _brackets(node: Node, text: str, shape: Shape) -> str | None:
    """A list or mapping in brackets; None if something in it is written oddly."""
    opening = text[node.start_mark.index]
    if isinstance(node, MappingNode):
        if opening != "{":
            return None
        pairs = [_pair(key, value, text, shape) for key, value in ordered(node.value, shape)]
        return None if None in pairs else "{" + ", ".join(filter(None, pairs)) + "}"
    if opening != "[":
        return None
    items = [_item(item, text, shape) for item in node.value]
    return None if None in items else "[" + ", ".join(filter(None, items)) + "]"


def _pair(key: Node, value: Node, text: str, shape: Shape) -> str | None:
    if not isinstance(key, ScalarNode) or (tidy := _item(value, text, shape.inside(key.value))) is None:
        return None
    return f"{tidy_scalar(key, text, in_flow=True)}: {tidy}"


def _item(node: Node, text: str, shape: Shape) -> str | None:
    if isinstance(node, ScalarNode):
        is_empty = not node.style and not node.value
        return None if is_empty else tidy_scalar(node, text, in_flow=True)
    return _brackets(node, text, shape)
