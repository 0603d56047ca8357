"""The fingerprint of a problem: by which a later run knows it again, although lines have moved.

It is made of the rule, the project, the record and the message, and of the name of the file where there is no
record. It does not change with lines above the problem, with the folder from which the handbook is seen, or
when a record moves to a file of its own. Days and numbers that are not quoted from a record are left out of
the message: they follow the status date, the plan or the settings, and the problem stays the same.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable

from handbook.problems import Problem

VERSION = 1
"""Raised when fingerprints of an older version no longer mean the same problems."""

_QUOTED_OR_NUMBER = re.compile(r"('[^']*')|(?<![\w-])\d[\d.,:-]*")


def fingerprint(problem: Problem) -> str:
    """32 hexadecimal digits; the same for problems that differ only in their place."""
    where = problem.record or problem.place.file.rpartition("/")[2]
    return _digest(problem.code, problem.project, where, _lasting(problem.message))


def fingerprints(problems: Iterable[Problem]) -> tuple[str, ...]:
    """A fingerprint for each problem, none twice: the second of two equal ones is told by its number."""
    met: Counter[str] = Counter()
    found = []
    for problem in problems:
        base = fingerprint(problem)
        met[base] += 1
        found.append(base if met[base] == 1 else _digest(base, met[base]))
    return tuple(found)


def _lasting(message: str) -> str:
    """What a message says on any day."""
    return _QUOTED_OR_NUMBER.sub(lambda found: found[1] or "#", message)


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:32]
