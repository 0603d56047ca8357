"""Problems as plain data, and back."""

from collections.abc import Iterable
from typing import Any

from handbook.problems import Note, Place, Problem, Severity


def plain(problems: Iterable[Problem]) -> list[list[Any]]:
    """Problems as lists of texts and numbers."""
    return [
        [p.code, p.message, *p.place, int(p.severity), p.cure, p.project, p.fatal, p.record, _notes(p)]
        for p in problems
    ]


def problems_in(data: Any) -> tuple[Problem, ...]:
    """The problems that `plain` made into ``data``. Raises `ValueError` or `TypeError` for anything else."""
    return tuple(
        Problem(
            *(code, message, Place(file, line, column), Severity(severity), cure, project, fatal, record),
            notes=tuple(Note(Place(*place), text) for *place, text in notes),
        )
        for code, message, file, line, column, severity, cure, project, fatal, record, notes in data
    )


def _notes(problem: Problem) -> list[list[Any]]:
    return [[*note.place, note.text] for note in problem.notes]
