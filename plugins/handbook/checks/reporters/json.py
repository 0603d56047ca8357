"""Problems for programs: one JSON object.

- ``version`` – 1; a key that is added leaves it, a key that changes its meaning raises it
- ``counts`` – number of problems by severity: ``error``, ``warning``, ``info``
- ``problems`` – in order of file, line and column, each with ``code``, ``name`` (of the rule), ``severity``,
  ``message``, ``cure`` (may be empty), ``file`` (seen from where the command was run, with forward slashes),
  ``line`` and ``column`` (from 1; columns count characters), ``project`` (null for the organisation's own
  files), ``record`` (the address of the record it is in, null if it is in none), ``fingerprint`` (by which
  a later run knows the problem again), ``fatal`` (whether nothing may be published) and ``notes``: the other
  places that take part, each with ``file``, ``line``, ``column`` and ``text``
"""

import json
from collections.abc import Sequence

from handbook.checks.fingerprint import fingerprints
from handbook.checks.registry import name_of
from handbook.checks.reporters._safe import encodable
from handbook.checks.summary import counted
from handbook.problems import Problem

VERSION = 1


def report(problems: Sequence[Problem]) -> str:
    """The object, with two blanks of indent and a line break at its end."""
    content = {
        "version": VERSION,
        "counts": {str(severity): count for severity, count in counted(problems).items()},
        "problems": list(map(_entry, problems, fingerprints(problems))),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem, fingerprint: str) -> dict[str, object]:
    return {
        "code": problem.code,
        "name": name_of(problem.code),
        "severity": str(problem.severity),
        "message": encodable(problem.message),
        "cure": encodable(problem.cure),
        "file": encodable(problem.place.file),
        "line": problem.place.line,
        "column": problem.place.column,
        "project": problem.project and encodable(problem.project),
        "record": encodable(problem.record) or None,
        "fingerprint": fingerprint,
        "fatal": problem.fatal,
        "notes": [
            {
                "file": encodable(note.place.file),
                "line": note.place.line,
                "column": note.place.column,
                "text": encodable(note.text),
            }
            for note in problem.notes
        ],
    }
