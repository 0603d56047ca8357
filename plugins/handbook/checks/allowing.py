"""Allowing: problems that a comment beside them excuses for a while, and comments that excuse nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from handbook.checks.fitting import rule_cure
from handbook.checks.registry import modules
from handbook.checks.rule import Fault
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
    problems: Sequence[Problem], allowances: Iterable[Allowance], book: Book, selection: Selection
) -> tuple[list[Problem], list[tuple[str, Fault]]]:
    """The problems that no allowance covers, and what is wrong with the allowances themselves.

    An allowance covers the problems of its line whose code it names, or the beginning of whose code. Fatal
    problems are beyond it.
    """
    by_line: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        by_line[problem.place.file, problem.place.line].append(problem)
    excused: set[int] = set()
    faults: list[tuple[str, Fault]] = []
    for allowance in allowances:
        wrong = list(_faults(allowance, book))
        here = by_line.get((allowance.file, allowance.line), ())
        covered = [p for p in here if p.code.startswith(allowance.code.upper()) and not p.fatal]
        faults += wrong
        if not wrong:
            excused.update(map(id, covered))
            if not covered and not _unsure(allowance, problems, book, selection):
                message = f"expected a problem {allowance.code} beside the comment that allows it, found none"
                faults.append((UNUSED, _at(allowance, book, message, "remove the comment")))
    return [problem for problem in problems if id(problem) not in excused], faults


def _faults(allowance: Allowance, book: Book) -> Iterator[tuple[str, Fault]]:
    """What keeps an allowance from holding."""
    code = allowance.code.upper()
    if not code or not any(known.startswith(code) for known in modules()):
        message = f"expected the code of a rule, found {shown(allowance.code)}"
        yield MALFORMED, _at(allowance, book, message, rule_cure(allowance.code) if code else _FORM)
    elif allowance.until is None:
        yield MALFORMED, _at(allowance, book, "expected 'until' and a date, found none", _FORM)
    elif not allowance.reason:
        yield MALFORMED, _at(allowance, book, "expected a reason after the date, found none", _FORM)
    elif allowance.until < book.status_date:
        message = f"the allowance of {code} ended on {allowance.until}"
        yield EXPIRED, _at(allowance, book, message, "put right what it allows, or find a new date for it")


def _unsure(allowance: Allowance, problems: Sequence[Problem], book: Book, selection: Selection) -> bool:
    """Whether it cannot be told if an allowance is needed.

    That is so when a rule it may be for does not run, when the file was read in part only, and when records
    are withheld.
    """
    project = project_of(allowance.file, book)
    codes = [code for code in modules() if code.startswith(allowance.code.upper())]
    off = any(not selection.is_on(code, project) for code in codes)
    return off or bool(book.withheld) or any(p.place.file == allowance.file and p.fatal for p in problems)


def _at(allowance: Allowance, book: Book, message: str, cure: str) -> Fault:
    return Fault(Place(allowance.file, allowance.line), message, cure, project_of(allowance.file, book))


def project_of(file: str, book: Book) -> str | None:
    """The id of the project whose folder a file is in; None for the organisation's own files."""
    for folder in file.split("/")[:-1]:
        if found := book.project(folder):
            return found.id
    return None
