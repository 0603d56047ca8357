"""Allowing: problems that a comment beside them excuses for a while, and comments that excuse nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, partial

from handbook.checks.cures import Cures
from handbook.checks.rule import Fault
from handbook.checks.rulebook import Rulebook
from handbook.checks.selection import Selection
from handbook.loading.allowances import Allowance
from handbook.problems import Place, Problem
from handbook.records.book import Book
from handbook.records.types.fault import shown

EXPIRED = "CHECK001"
UNUSED = "CHECK002"
MALFORMED = "CHECK003"

_FORM = "write '# handbook: allow RISK002 until 2027-01-31 reason'"


def allow(
    problems: Sequence[Problem],
    allowances: Iterable[Allowance],
    book: Book,
    selection: Selection,
    rulebook: Rulebook,
) -> tuple[set[int], list[tuple[str, Fault]]]:
    """The numbers of the problems that allowances cover, and what is wrong with the allowances themselves.

    An allowance covers the problems of its line whose code it names, or the beginning of whose code. Fatal
    problems are beyond it.
    """
    by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, problem in enumerate(problems):
        if not problem.fatal:
            by_line[problem.place.file, problem.place.line].append(number)
    unread = {problem.place.file for problem in problems if problem.fatal}
    needed = cache(partial(_is_told, book, selection, rulebook))
    cures = Cures()
    excused: set[int] = set()
    faults: list[tuple[str, Fault]] = []
    for allowance in allowances:
        if wrong := _fault(allowance, book, rulebook, cures):
            faults.append(wrong)
            continue
        here = by_line.get((allowance.file, allowance.line), ())
        covered = [number for number in here if problems[number].code.startswith(allowance.code.upper())]
        excused.update(covered)
        project = project_of(allowance.file, book)
        if not covered and allowance.file not in unread and needed(allowance.code.upper(), project):
            message = f"expected a problem {allowance.code} beside the comment that allows it, found none"
            faults.append((UNUSED, _at(allowance, book, message, "remove the comment")))
    return excused, faults


def _fault(allowance: Allowance, book: Book, rulebook: Rulebook, cures: Cures) -> tuple[str, Fault] | None:
    """What keeps an allowance from holding; None if it holds."""
    code = allowance.code.upper()
    if not rulebook.covers(code):
        message = f"expected the code of a rule, found {shown(allowance.code)}"
        return MALFORMED, _at(allowance, book, message, cures.nearest(code, rulebook.words) or _FORM)
    if allowance.until is None:
        return MALFORMED, _at(allowance, book, "expected 'until' and a date, found none", _FORM)
    if not allowance.reason:
        return MALFORMED, _at(allowance, book, "expected a reason after the date, found none", _FORM)
    if allowance.until < book.status_date:
        message = f"the allowance of {code} ended on {allowance.until}"
        return EXPIRED, _at(allowance, book, message, "put right what it allows, or find a new date for it")
    return None


def _is_told(book: Book, selection: Selection, rulebook: Rulebook, code: str, project: str | None) -> bool:
    """Whether all rules that an allowance may be for run in a project, and all its records may be shown."""
    codes = [known for known in rulebook.codes if known.startswith(code)]
    return not book.withheld and all(selection.is_on(one, project) for one in codes)


def _at(allowance: Allowance, book: Book, message: str, cure: str) -> Fault:
    return Fault(Place(allowance.file, allowance.line), message, cure, project_of(allowance.file, book))


def project_of(file: str, book: Book) -> str | None:
    """The id of the project whose folder a file is in; None for the organisation's own files."""
    for folder in file.split("/")[:-1]:
        if found := book.project(folder):
            return found.id
    return None
