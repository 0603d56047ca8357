"""The ids in a file that cannot be read, so that references to its records are not called unknown."""

import re
from functools import cache

from handbook.records.kind import kinds

_KEY = re.compile(r"^([ ]*)[\"']?([A-Za-z][\w.-]{0,79})[\"']?[ ]*:(?:[ \n]|\Z)", re.MULTILINE | re.ASCII)
_MOST = 20_000


def names_in(text: str) -> tuple[str, ...]:
    """Whatever may be an id in broken YAML: each key that begins a line, and its path by indentation."""
    found: dict[str, None] = {}
    around: list[tuple[int, str]] = []
    for key in _KEY.finditer(text):
        indentation, name = len(key[1]), key[2]
        while around and around[-1][0] >= indentation:
            around.pop()
        if len(found) >= _MOST:
            break
        if name not in _sections():
            found[name] = None
            found[".".join([*(outer for _, outer in around), name])] = None
            around.append((indentation, name))
    return tuple(found)


@cache
def _sections() -> frozenset[str]:
    """The keys that hold records and are part of no id."""
    nests = (nest.key for kind in kinds().values() for nest in kind.nests)
    return frozenset((*nests, *(kind.under for kind in kinds().values() if kind.under)))
