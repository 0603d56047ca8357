"""Problems for people: a line each with its notes, and a line that counts them."""

from collections.abc import Callable, Iterator, Sequence

from handbook.checks.reporters._safe import safe
from handbook.checks.summary import summary
from handbook.problems import Problem

Paint = Callable[[str, str], str]
"""Takes a text and what it is: ``place``, ``cure``, or a severity; gives the text back in its colour."""


def report(problems: Sequence[Problem], paint: Paint = lambda text, what: text) -> str:
    """``projects/apollo/risks.yml:14:12: REF001 unknown person 'anna' – did you mean 'ana'?``, and so on.

    The notes of a problem stand below it, a line each.
    """
    lines = [line for problem in problems for line in (_line(problem, paint), *_notes(problem, paint))]
    return "".join(f"{line}\n" for line in [*lines, summary(problems)])


def _line(problem: Problem, paint: Paint) -> str:
    place = paint(f"{safe(str(problem.place))}:", "place")
    code = paint(problem.code, str(problem.severity))
    cure = paint(f" – {safe(problem.cure)}", "cure") if problem.cure else ""
    return f"{place} {code} {safe(problem.message)}{cure}"


def _notes(problem: Problem, paint: Paint) -> Iterator[str]:
    for note in problem.notes:
        yield f"    {paint(f'{safe(str(note.place))}:', 'place')} {safe(note.text)}"
