"""A drawing as a file of its own, with the colours it has on a page."""

import re
from functools import cache
from importlib.resources import files

_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PICTURES = re.compile(r"/\* pictures \*/(.*?)/\* end of pictures \*/", re.DOTALL)

# What a theme gives on a page: light or dark as the reader likes it, on a ground that is always readable.
_PAPER = (
    ":root{color-scheme:light dark;color:light-dark(#1d2430,#e2e4e9);background:var(--hb-ground);"
    "font-family:sans-serif}"
)


def standalone(svg: str) -> str:
    """An SVG file: the drawing with its name space and the rules of the style sheet for pictures."""
    begin, close, rest = svg.partition(">")
    width, height = _SIZE.findall(begin)[0]
    root = f'{begin} xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"{close}'
    return f"{root}<style>{_PAPER}{_rules()}</style>{rest}\n"


@cache
def _rules() -> str:
    sheet = files("handbook.views.assets").joinpath("handbook.css").read_text("utf-8")
    return "".join(_PICTURES.findall(sheet))
