"""A drawing as a file of its own, with the colours it has on a page."""

import re
from functools import cache
from importlib.resources import files

_PICTURES = re.compile(r"/\* pictures \*/(.*?)/\* end of pictures \*/", re.DOTALL)


def standalone(svg: str) -> str:
    """An SVG file: the drawing with its name space and the rules of the style sheet for pictures."""
    begin, close, rest = svg.partition(">")
    return f'{begin} xmlns="http://www.w3.org/2000/svg"{close}<style>{_rules()}</style>{rest}\n'


@cache
def _rules() -> str:
    sheet = files("handbook.views.assets").joinpath("handbook.css").read_text("utf-8")
    return "".join(_PICTURES.findall(sheet))
