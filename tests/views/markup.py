"""What a browser would make of a text: which elements, with which attributes."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

_TEXT = "a abbr b blockquote br code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr"
_REST = "i img li ol p pre s section small span strong summary table tbody td th thead tr ul"
_SVG = "svg title desc g path rect circle text pattern"
ELEMENTS = frozenset(f"{_TEXT} {_REST} {_SVG}".split())
_HTML_ATTRIBUTES = """
    alt align aria-hidden aria-label class data-filterable data-keys data-label data-sortable href id loading
    rel role scope src start title
"""
_SVG_ATTRIBUTES = "cx cy d fill height patterntransform patternunits r text-anchor viewbox width x y"
ATTRIBUTES = frozenset(f"{_HTML_ATTRIBUTES} {_SVG_ATTRIBUTES}".split())
_SAFE = frozenset({"", "http", "https", "mailto"})
_STYLE = re.compile(r"text-align: ?(left|right|center);?")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name == "style" and _STYLE.fullmatch(value or ""):
                continue
            if name not in ATTRIBUTES:
                self.faults.append(f"<{tag} {name}={value!r}>")
            if name in {"href", "src"} and urlsplit(value or "").scheme not in _SAFE:
                self.faults.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}>")

    unknown_decl = handle_decl

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def faults(html: str) -> list[str]:
    """The elements and attributes of an HTML text that no view writes, and links that would act."""
    return _read(html).faults


def words(html: str) -> str:
    """The words of an HTML text, with single blanks between them."""
    return " ".join("".join(_read(html).words).split())


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
