"""Waiving: problems that a waiver sets aside for a record, and waivers that set nothing aside."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from handbook.checks.cures import Cures
from handbook.checks.fitting import rule_cure
from handbook.checks.rule import Fault
from handbook.checks.rulebook import Rulebook
from handbook.checks.selection import Selection
from handbook.checks.standing import ENDED
from handbook.problems import Problem
from handbook.records.book import Book
from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.waiver import Waiver
from handbook.records.record import Record
from handbook.records.types.fault import shown

UNUSED = "WAIVER002"
VOID = "WAIVER003"

NEVER = ("CHECK", "FIELD", "PAGE", "READ", "WAIVER")
"""Families that no waiver sets aside: they are about files and rules, not about how a project is led."""


def waive(
    problems: Sequence[Problem], book: Book, selection: Selection, rulebook: Rulebook
) -> tuple[set[int], list[tuple[str, Fault]]]:
    """The numbers of the problems that waivers cover, and which waivers cannot hold or cover nothing.

    A waiver covers the problems of its rule in its record, up to the day it expires. Fatal problems are
    beyond it.
    """
    waivers = book.of(Waiver)
    by_record = _by_record(problems) if waivers else {}
    cures = Cures()
    covered: set[int] = set()
    faults: list[tuple[str, Fault]] = []
    for waiver in waivers:
        if void := _void(waiver, book, rulebook, cures):
            faults.append((VOID, void))
        elif waiver.expires >= book.status_date and (target := _target(waiver, book)):
            here = by_record.get((waiver.rule.upper(), _key(target.address)), ())
            covered.update(here)
            if not here and _is_told(waiver, book, selection):
                faults.append((UNUSED, _unused(waiver)))
    return covered, faults


def _by_record(problems: Sequence[Problem]) -> Mapping[tuple[str, str], Sequence[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, problem in enumerate(problems):
        if problem.record and not problem.fatal:
            found[problem.code, _key(problem.record)].append(number)
    return found


def _key(address: str) -> str:
    """An address by which a task and the row of the responsibility matrix about it are one."""
    return address.casefold().replace("/plan.", "/", 1)


def _target(waiver: Waiver, book: Book) -> Record | None:
    return book.find(waiver.record, waiver.project)


def _void(waiver: Waiver, book: Book, rulebook: Rulebook, cures: Cures) -> Fault | None:
    """What keeps a waiver from ever holding; None if nothing does."""
    code = waiver.rule.upper()
    if code not in rulebook:
        cure = rule_cure(code, rulebook, cures)
        return Fault.at(waiver, "rule", message=f"unknown rule {shown(waiver.rule)}", cure=cure)
    if code.startswith(NEVER):
        message = f"expected a rule that can be waived, found {shown(waiver.rule)}"
        return Fault.at(waiver, "rule", message=message, cure="put right what it tells")
    target = _target(waiver, book)
    if target and (target.project or "").casefold() != (waiver.project or "").casefold():
        message = f"expected a record of this project, found {shown(waiver.record)}"
        return Fault.at(waiver, "record", message=message, cure="write the waiver where the record is")
    return None


def _is_told(waiver: Waiver, book: Book, selection: Selection) -> bool:
    """Whether it is known that a waiver covers nothing: its rule runs, and all of its project was read."""
    project = book.project(waiver.project or "")
    is_over = project is None or project.status in ENDED
    is_whole = not (book.withheld or book.broken or book.impaired)
    is_on = selection.is_on(waiver.rule.upper(), waiver.project)
    return is_whole and is_on and not is_over and not _is_waived_criterion(waiver, book)


def _is_waived_criterion(waiver: Waiver, book: Book) -> bool:
    """Whether a waiver is what a criterion of a gate asks for that says it is waived."""
    target = _target(waiver, book)
    return isinstance(target, Criterion) and target.result == "waived"


def _unused(waiver: Waiver) -> Fault:
    message = f"expected a problem {waiver.rule.upper()} in {waiver.record}, found none"
    return Fault.at(waiver, "record", message=message, cure="remove the waiver")
