"""Problems told through MkDocs' log, so that its flags and exit status work as for any other fault."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from handbook.problems import Problem, Severity

# The adapter would put a name before each line; a problem begins with its file, as tools expect it.
log: logging.Logger = get_plugin_logger("handbook").logger

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


def tell(problems: Iterable[Problem]) -> None:
    """Log each problem as its line, with those of its notes."""
    for problem in problems:
        log.log(_LEVELS[problem.severity], "%s", "\n    ".join(map(str, (problem, *problem.notes))))


def stop_if_faulty(problems: Sequence[Problem], *, strict: bool) -> None:
    """End the build if there is an error, or in strict builds a warning. Raises `Abort`."""
    least = Severity.WARNING if strict else Severity.ERROR
    grave = Counter(problem.severity for problem in problems if problem.fatal or problem.severity >= least)
    if grave:
        found = " and ".join(
            f"{count} {severity}{'s' if count > 1 else ''}"
            for severity, count in sorted(grave.items(), reverse=True)
        )
        raise Abort(f"Aborted with {found} in the handbook: nothing was written")
