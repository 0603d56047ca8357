"""Prose as HTML: what people wrote, without anything that could act."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import nh3
from markdown_it.token import Token
from markupsafe import escape

from handbook.views.block.block import Prose
from handbook.views.links import Links, web_address
from handbook.views.writers.commonmark import Reference, tokens_of, top_level
from handbook.views.writers.html_line import line

_TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"),
    *("em", "strong", "s", "a", "img", "span", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
    "code": {"class"},
    "span": {"class", "title"},
    "th": {"class"},
    "td": {"class"},
}
_BOX = {True: '<span class="hb-box">☑</span> ', False: '<span class="hb-box">☐</span> '}
_DEEPEST = 6


@dataclass(slots=True)
class _Pen:
    """Where the writing stands: how far headings shift, and which links are open (None for a dropped one)."""

    prose: Prose
    links: Links
    shift: int
    open: list[str | None] = field(default_factory=list)


def prose(block: Prose, links: Links) -> str:
    """Prose as HTML through an allow-list. Tags that people wrote are dropped, words between them stay."""
    tokens = tokens_of(block.markdown)
    pen = _Pen(block, links, block.heading_level - top_level(tokens))
    return nh3.clean(
        _written(tokens, pen),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def _written(tokens: Sequence[Token], pen: _Pen) -> str:
    return "".join([_token(token, pen) for token in tokens])


def _token(token: Token, pen: _Pen) -> str:  # noqa: C901, PLR0911, PLR0912  (one table of token types)
    match token.type:
        case "inline":
            return _written(token.children or (), pen)
        case "text":
            return str(escape(token.content))
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "<br>\n"
        case "code_inline":
            return f"<code>{escape(token.content)}</code>"
        case "fence" | "code_block":
            return _code(token)
        case "reference":
            return _reference(token, pen)
        case "task":
            return _BOX[token.meta["done"]]
        case "image":
            return _image(token, pen)
        case "link_open" | "link_close":
            return _link(token, pen)
        case "html_inline":
            return ""
        case "html_block":
            return f"<p>{nh3.clean(token.content, tags=set())}</p>\n"
        case _:
            return _tag(token, pen)


def _tag(token: Token, pen: _Pen) -> str:
    """A token that is a tag: headings shifted, cells aligned by a class."""
    if token.hidden or not token.tag:
        return ""
    name = token.tag
    if token.type.startswith("heading"):
        name = f"h{max(1, min(_DEEPEST, int(name[1]) + pen.shift))}"
    if token.nesting < 0:
        return f"</{name}>\n" if token.block else f"</{name}>"
    style = str(token.attrGet("style") or "").removeprefix("text-align:")
    class_ = f' class="hb-{style}"' if style in {"right", "center"} else ""
    start = f' start="{int(number)}"' if (number := token.attrGet("start")) else ""
    return f"<{name}{class_}{start}>"


def _code(token: Token) -> str:
    word = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    class_ = f' class="language-{escape(word)}"' if word else ""
    return f"<pre><code{class_}>{escape(token.content)}</code></pre>\n"


def _link(token: Token, pen: _Pen) -> str:
    if token.nesting < 0:
        return "</a>" if pen.open.pop() else ""
    pen.open.append(web_address(str(token.attrGet("href") or ""), pen.prose.file, pen.links))
    return f'<a href="{escape(pen.open[-1])}">' if pen.open[-1] else ""


def _image(token: Token, pen: _Pen) -> str:
    """A picture of the handbook; one from another host is not fetched, only linked."""
    source = web_address(str(token.attrGet("src") or ""), pen.prose.file, pen.links)
    words = escape(token.content)
    if source is None:
        return str(words)
    if "://" in source or source.startswith("mailto:"):
        return str(words) if any(pen.open) else f'<a href="{escape(source)}">{words or escape(source)}</a>'
    return f'<img src="{escape(source)}" alt="{words}" loading="lazy">'


def _reference(token: Token, pen: _Pen) -> str:
    reference: Reference = token.meta["reference"]
    ref = pen.prose.refs.get(reference.address)
    if ref is None:
        return str(escape(token.content))
    named = type(ref)(ref.address, reference.text or ref.text, ref.state)
    return str(escape(named.text)) if any(pen.open) else line((named,), pen.links)
