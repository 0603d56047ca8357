"""Problems as SARIF 2.1.0, for code scanning: one run, with the manual pages of the rules that were broken.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

GitHub refuses more than 25,000 results or 10 MB of a compressed report, and shows 5,000:
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
If there is more, the gravest problems are told, and a notification says how many are not.
"""

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from handbook import __version__
from handbook.checks import fingerprint
from handbook.checks.registry import modules, name_of, rule
from handbook.checks.reporters._safe import encodable, safe
from handbook.checks.reporters._telling import told, worst_first
from handbook.problems import Note, Place, Problem, Severity

MOST_RESULTS = 25_000
MOST_BYTES = 10_000_000
_MOST_DESCRIPTION = 1000  # characters; GitHub shows no more than 1,024
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_DRIVE = re.compile("[A-Za-z]:/")
_BROKEN_DOWN = "CHECK009"


def report(problems: Sequence[Problem]) -> str:
    """The log on one line; as much of it as GitHub takes."""
    known = dict(zip(map(id, problems), fingerprint.fingerprints(problems), strict=True))
    kept = list(problems)
    if len(kept) > MOST_RESULTS:
        kept = worst_first(kept)[:MOST_RESULTS]
    log = _log(kept, len(problems), known)
    while _size(log) > MOST_BYTES:
        kept = worst_first(kept)[: len(kept) // 2]
        log = _log(kept, len(problems), known)
    return log


def _size(log: str) -> int:
    return len(log) if len(log) <= MOST_BYTES else len(zlib.compress(log.encode("ascii"), 6))


def _log(kept: Sequence[Problem], all_: int, known: Mapping[int, str]) -> str:
    codes = sorted({problem.code for problem in kept})
    index = {code: number for number, code in enumerate(codes)}
    driver = {"name": "handbook", "version": __version__, "rules": [_descriptor(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(kept, all_)],
        "results": [_result(problem, index[problem.code], known[id(problem)]) for problem in kept],
    }
    content = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, separators=(",", ":")) + "\n"


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _descriptor(code: str) -> dict[str, Any]:
    """What SARIF calls a rule: a code, with its name and its manual page if it is one of ours."""
    if code not in modules():
        return {"id": code}
    found = rule(code)
    return {
        "id": code,
        "name": name_of(code),
        "shortDescription": {"text": found.manual.summary},
        "fullDescription": {"text": (found.manual.why or found.manual.summary)[:_MOST_DESCRIPTION]},
        "help": {"text": found.text.strip(), "markdown": found.text.strip()},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
        "properties": {"tags": [found.family]},
    }


def _invocation(kept: Sequence[Problem], all_: int) -> dict[str, Any]:
    """Whether all rules came to their end, and how many problems are left out."""
    invocation: dict[str, Any] = {
        "executionSuccessful": not any(problem.code == _BROKEN_DOWN for problem in kept)
    }
    if missing := all_ - len(kept):
        text = f"{missing:,} of {all_:,} problems are left out, none of them graver than those that are told"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _result(problem: Problem, index: int, known_by: str) -> dict[str, Any]:
    related = [_note(number, note) for number, note in enumerate(problem.notes)]
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": _without_links(told(problem))},
        "locations": [{"physicalLocation": _physical(problem.place)}],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {f"handbookProblem/v{fingerprint.VERSION}": known_by},
    }


def _note(number: int, note: Note) -> dict[str, Any]:
    text = {"text": _without_links(safe(note.text))}
    return {"id": number, "physicalLocation": _physical(note.place), "message": text}


def _physical(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    return {"artifactLocation": _artifact(place), "region": region}


def _without_links(words: str) -> str:
    """Words in which nothing reads as a link, which a message may hold (SARIF 2.1.0, 3.11.6)."""
    return words.replace("](", "] (")


def _artifact(place: Place) -> dict[str, str]:
    """The file as part of an address; a folder outside the current one has no place below the root."""
    path = quote(encodable(place.file))
    if place.file.startswith("/"):
        return {"uri": f"file://{path}"}
    if _DRIVE.match(place.file):
        return {"uri": f"file:///{place.file[:2]}{path[4:]}"}
    return {"uri": path, "uriBaseId": "%SRCROOT%"}
