"""The summary of a list of problems, in a line."""

from collections import Counter
from collections.abc import Iterable

from handbook.problems import Problem, Severity

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


def counted(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity, the gravest first."""
    counts = Counter(problem.severity for problem in problems)
    return {severity: counts[severity] for severity in _WORDS}


def summary(problems: Iterable[Problem]) -> str:
    """``2 errors, 1 warning``; ``no problems`` if there are none."""
    parts = [
        f"{count} {_WORDS[severity]}{'' if count == 1 else 's'}"
        for severity, count in counted(problems).items()
        if count
    ]
    return ", ".join(parts) or "no problems"
