"""Prose as plain Markdown: read and written again, so that nothing in it can mean more than it did.

Lists are indented by four columns, which CommonMark and Python-Markdown both read alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import indent

import nh3
from markdown_it.tree import SyntaxTreeNode

from handbook.views.block.block import Prose
from handbook.views.links import Links, web_address
from handbook.views.writers.commonmark import Reference, tokens_of, top_level
from handbook.views.writers.plain_line import line
from handbook.views.writers.plain_text import at_start, code, fenced, plain, target

_RULES = {"left": ":--", "center": ":-:", "right": "--:", "": "---"}
_MARKS = {"em": "*", "strong": "**", "s": "~~"}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Pen:
    """What the prose is written for, and by how much its headings are shifted."""

    prose: Prose
    links: Links
    shift: int


def prose(block: Prose, links: Links) -> str:
    """Prose as Markdown. Tags that people wrote are dropped, the words between them stay."""
    tokens = tokens_of(block.markdown)
    pen = _Pen(block, links, block.heading_level - top_level(tokens))
    return _blocks(SyntaxTreeNode(tokens).children, pen) if tokens else ""


def _blocks(nodes: Sequence[SyntaxTreeNode], pen: _Pen) -> str:
    return "\n\n".join(filter(None, [_block(node, pen) for node in nodes]))


def _block(node: SyntaxTreeNode, pen: _Pen) -> str:  # noqa: PLR0911  (one table of node types)
    match node.type:
        case "heading":
            level = max(1, min(_DEEPEST, int(node.tag[1]) + pen.shift))
            return f"{'#' * level} {_inline(node, pen)}"
        case "bullet_list" | "ordered_list":
            return _list(node, pen)
        case "blockquote":
            return indent(_blocks(node.children, pen), "> ", lambda text: True)
        case "fence" | "code_block":
            return fenced(node.content, node.info.split(maxsplit=1)[0] if node.info.strip() else "")
        case "hr":
            return "---"
        case "table":
            return _table(node, pen)
        case "html_block":
            return at_start(plain(_unescaped(nh3.clean(node.content, tags=set()))))
        case _:
            return "\n".join(map(at_start, _inline(node, pen).split("\n")))


def _list(node: SyntaxTreeNode, pen: _Pen) -> str:
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    loose = any(
        not part.hidden for item in node.children for part in item.children if part.type == "paragraph"
    )
    items = []
    for number, item in enumerate(node.children):
        mark = "-" if first is None else f"{first + number}."
        parts = [_block(part, pen) for part in item.children]
        text = indent("\n\n".join(parts) if loose else "\n".join(parts), "    ")
        items.append(f"{mark:<4}{text[4:]}".rstrip())
    return ("\n\n" if loose else "\n").join(items)


def _table(node: SyntaxTreeNode, pen: _Pen) -> str:
    rows = [row for part in node.children for row in part.children]
    aligns = [str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in rows[0].children]
    lines = [f"| {' | '.join(_inline(cell, pen) for cell in row.children)} |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join(_RULES[align] for align in aligns)} |", *lines[1:]])


def _inline(node: SyntaxTreeNode, pen: _Pen) -> str:
    return "".join([_pieces(child.children, pen) for child in node.children if child.type == "inline"])


def _pieces(nodes: Sequence[SyntaxTreeNode], pen: _Pen) -> str:
    return "".join([_piece(node, pen) for node in nodes])


def _piece(node: SyntaxTreeNode, pen: _Pen) -> str:  # noqa: PLR0911  (as above)
    match node.type:
        case "text":
            return _kept(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "\\\n"
        case "code_inline":
            return code(node.content.replace("|", "\\|") if _in_table(node) else node.content)
        case "em" | "strong" | "s":
            inside = _pieces(node.children, pen)
            return f"{_MARKS[node.type]}{inside}{_MARKS[node.type]}" if inside.strip() else inside
        case "link":
            return _linked(_pieces(node.children, pen), str(node.attrs.get("href") or ""), pen)
        case "image":
            return _image(node, pen)
        case "reference":
            return _reference(node, pen)
        case "task":
            return "[x] " if node.meta["done"] else "[ ] "
        case _:
            return ""


def _linked(words: str, url: str, pen: _Pen) -> str:
    href = web_address(url, pen.prose.file, pen.links)
    return f"[{words}]({target(href)})" if href else words


def _image(node: SyntaxTreeNode, pen: _Pen) -> str:
    source = web_address(str(node.attrs.get("src") or ""), pen.prose.file, pen.links)
    words = plain(node.content)
    if source is None or _in_link(node):
        return words
    if "://" in source or source.startswith("mailto:"):
        return f"[{words or plain(source)}]({target(source)})"
    return f"![{words}]({target(source)})"


def _reference(node: SyntaxTreeNode, pen: _Pen) -> str:
    reference: Reference = node.meta["reference"]
    ref = pen.prose.refs.get(reference.address)
    if ref is None:
        return plain(node.content)
    return (
        plain(reference.text or ref.text)
        if _in_link(node)
        else line((type(ref)(ref.address, reference.text or ref.text),), pen.links)
    )


def _kept(text: str) -> str:
    """Escaped text with the blanks at its ends."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain(text)}{after}"


def _in_link(node: SyntaxTreeNode) -> bool:
    return _within(node, "link")


def _in_table(node: SyntaxTreeNode) -> bool:
    return _within(node, "table")


def _within(node: SyntaxTreeNode, kind: str) -> bool:
    parent = node.parent
    while parent is not None and parent.type != kind:
        parent = parent.parent
    return parent is not None


def _unescaped(text: str) -> str:
    """The text of sanitised HTML."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
