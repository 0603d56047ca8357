"""Known problems: those that a handbook had when checking began, kept in a file and hidden from then on.

The file is JSON, a line for each problem, in order, so that two people can change it and git can merge it:
``fingerprint`` and ``count`` say what is hidden; ``code``, ``file`` and ``message`` are for its readers.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from handbook.checks.fingerprint import VERSION, fingerprint
from handbook.checks.reporters._safe import encodable
from handbook.problems import Problem


class Sifted(NamedTuple):
    """Problems that are new, how many are known, and how many of the known ones are gone."""

    new: tuple[Problem, ...]
    known: int
    gone: int


def sift(problems: Iterable[Problem], known: Mapping[str, int]) -> Sifted:
    """The problems that are not known. Of equal ones as many are known as the file counts, the first ones.

    Fatal problems are always new.
    """
    left = Counter(known)
    new = []
    for problem in problems:
        name = fingerprint(problem)
        if problem.fatal or not left[name]:
            new.append(problem)
        else:
            left[name] -= 1
    gone = left.total()
    return Sifted(tuple(new), sum(known.values()) - gone, gone)


def written(problems: Iterable[Problem]) -> str:
    """The text of a file in which these problems are known."""
    first: dict[str, Problem] = {}
    counts: Counter[str] = Counter()
    for problem in problems:
        if not problem.fatal:
            name = fingerprint(problem)
            first.setdefault(name, problem)
            counts[name] += 1
    ordered = sorted(first, key=lambda name: (first[name].place.file, first[name].code, name))
    lines = ",\n".join(f"    {json.dumps(_entry(name, first[name], counts[name]))}" for name in ordered)
    listed = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "known": {listed}\n}}\n'


def _entry(name: str, problem: Problem, count: int) -> dict[str, Any]:
    return {
        "fingerprint": name,
        "count": count,
        "code": problem.code,
        "file": encodable(problem.place.file),
        "message": encodable(problem.message),
    }


def read(text: str) -> dict[str, int]:
    """How many problems of each fingerprint a file knows. Raises `ValueError` that says what is wrong."""
    try:
        content = json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if not isinstance(content, dict) or not isinstance(content.get("known"), list):
        raise ValueError("expected an object with 'version' and 'known'")
    if content.get("version") != VERSION:
        raise ValueError(f"expected version {VERSION}, found {str(content.get('version'))[:20]!r}")
    counts: Counter[str] = Counter()
    for number, entry in enumerate(content["known"], 1):
        if not _is_entry(entry):
            raise ValueError(f"expected a fingerprint and a count above 0 in entry {number}")
        counts[entry["fingerprint"]] += entry["count"]
    return dict(counts)


def _is_entry(entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("fingerprint"), str):
        return False
    return type(entry.get("count")) is int and entry["count"] > 0
