"""Problems as a code quality report for GitLab: an array of objects.

https://docs.gitlab.com/ci/testing/code_quality/ – GitLab shows the description beside the line, and compares
reports of two branches by fingerprint.
"""

import json
from collections.abc import Sequence

from handbook.checks.fingerprint import fingerprints
from handbook.checks.reporters._safe import encodable
from handbook.checks.reporters._telling import told
from handbook.problems import Problem, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(problems: Sequence[Problem]) -> str:
    """The array, with two blanks of indent and a line break at its end."""
    return json.dumps(list(map(_issue, problems, fingerprints(problems))), indent=2) + "\n"


def _issue(problem: Problem, fingerprint: str) -> dict[str, object]:
    return {
        "description": f"{problem.code} {told(problem)}",
        "check_name": problem.code,
        "fingerprint": fingerprint,
        "severity": "blocker" if problem.fatal else _SEVERITIES[problem.severity],
        "location": {
            "path": encodable(problem.place.file),
            "lines": {"begin": problem.place.line},
        },
    }
