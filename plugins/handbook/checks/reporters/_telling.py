"""Telling a problem: its words on one line, and which of many come first where not all can be told."""

from collections.abc import Iterable

from handbook.checks.reporters._safe import safe
from handbook.problems import Problem

_MOST = 4000  # characters; records can make a message as long as they like


def told(problem: Problem) -> str:
    """Message and cure of a problem as safe text, cut where it is of no use to anybody any more."""
    words = f"{problem.message} – {problem.cure}" if problem.cure else problem.message
    return safe(words if len(words) <= _MOST else f"{words[:_MOST]} …")


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """The gravest first, of those the fatal ones; otherwise as they come."""
    return sorted(problems, key=lambda problem: (-problem.severity, not problem.fatal))
