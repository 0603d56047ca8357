"""Problems for reviewdog, which comments on changed lines of a pull request: one ``DiagnosticResult``.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf – a column counts bytes of UTF-8 there, which
cannot be told from characters without the text of the line; the line alone is what a comment needs.
"""

import json
from collections.abc import Sequence

from handbook.checks.reporters._safe import encodable, safe
from handbook.checks.reporters._telling import told
from handbook.problems import Problem


def report(problems: Sequence[Problem]) -> str:
    """The object, with two blanks of indent and a line break at its end."""
    content = {"source": {"name": "handbook"}, "diagnostics": [_diagnostic(problem) for problem in problems]}
    return json.dumps(content, indent=2) + "\n"


def _diagnostic(problem: Problem) -> dict[str, object]:
    return {
        "message": "\n".join([told(problem), *(safe(str(note)) for note in problem.notes)]),
        "location": {
            "path": encodable(problem.place.file),
            "range": {"start": {"line": problem.place.line}},
        },
        "severity": problem.severity.name,
        "code": {"value": problem.code},
    }
