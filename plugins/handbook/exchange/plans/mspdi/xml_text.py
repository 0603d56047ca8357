"""Elements as the text of an XML file."""

import re
from collections.abc import Iterator, Sequence
from typing import Union
from xml.sax.saxutils import escape

from handbook.exchange.plans.mspdi.schema import order
from handbook.exchange.plans.mspdi.xml import NAMESPACE

Inside = Sequence[tuple[str, Union[str, "Inside"]]]
"""Elements by their names: with a text, or with elements inside."""

# What XML 1.0 has no way to write; also half characters, which no file can hold.
_NONE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(name: str, inside: Inside) -> bytes:
    """A file with one element around all others, each in the place that the schema has for it."""
    lines = _lines(name, inside, 0, f' xmlns="{NAMESPACE}"')
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return "\n".join([head, *lines, ""]).encode()


def _lines(name: str, inside: str | Inside, depth: int, attributes: str = "") -> Iterator[str]:
    margin = "  " * depth
    if isinstance(inside, str):
        yield f"{margin}<{name}{attributes}>{escape(_NONE.sub('', inside))}</{name}>"
        return
    places = order(name)
    yield f"{margin}<{name}{attributes}>"
    for child, value in sorted(inside, key=lambda one: places[one[0]]) if places else inside:
        yield from _lines(child, value, depth + 1)
    yield f"{margin}</{name}>"
