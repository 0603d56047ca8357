"""Problems for people: a line each, and a line that counts them."""

from collections.abc import Callable, Sequence

from handbook.checks.reporters._safe import safe
from handbook.checks.summary import summary
from handbook.problems import Problem

Paint = Callable[[str, str], str]
"""Takes a text and what it is: ``place``, ``cure``, or a severity; gives the text back in its colour."""


def report(problems: Sequence[Problem], paint: Paint = lambda text, what: text) -> str:
    """``projects/apollo/risks.yml:14:12: REF001 unknown person 'anna' – did you mean 'ana'?``, and so on."""
    lines = [*(_line(problem, paint) for problem in problems), summary(problems)]
    return "".join(f"{line}\n" for line in lines)


def _line(problem: Problem, paint: Paint) -> str:
    place = paint(f"{safe(str(problem.place))}:", "place")
    code = paint(problem.code, str(problem.severity))
    cure = paint(f" – {safe(problem.cure)}", "cure") if problem.cure else ""
    return f"{place} {code} {safe(problem.message)}{cure}"
