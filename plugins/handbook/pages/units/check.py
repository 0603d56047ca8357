"""A whole handbook checked unit by unit: what is remembered is told again, the rest is shared out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from handbook.analysis.portfolio import Portfolio
from handbook.checks.memory.plain import problems_in
from handbook.checks.memory.store import Store
from handbook.checks.registry import rules
from handbook.checks.run import concluded, far_rules
from handbook.checks.selection import Selection
from handbook.loading.allowances import Allowance
from handbook.loading.limits import Limits
from handbook.loading.load import load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.tree import Disk
from handbook.loading.uncollected import uncollected
from handbook.pages.units.parts import parts, shared
from handbook.pages.units.recall import Recall
from handbook.pages.units.thin import locator, thin
from handbook.pages.units.unit import ORGANISATION, Unit, Wanted, inbound
from handbook.problems import Problem

_MOST_TURNS = 3
_COMPARED_IN_ALL = {"REF004": 50, "TEXT002": 50}
"""Rules whose cures end, in the whole handbook, after so many."""


class Found(NamedTuple):
    """All problems, and what was asked of the folder beside the projects to find them."""

    problems: tuple[Problem, ...]
    around: list[list[Any]]


def organisation_of(root: Path, projects: str) -> Loaded:
    """The records of the organisation, in a book that knows which projects there are, but none of them."""
    return load_tree(Disk(root), projects=projects, only=())


def check_units(
    wanted: Wanted,
    organisation: Loaded,
    *,
    executor: Executor | None = None,
    store: Store | None = None,
    asked: str = "",
) -> Found | None:
    """All problems of a handbook; None if it has to be looked at as a whole, which finds the same.

    ``organisation`` is that of the handbook, on its day. ``asked`` is a digest of all that the problems
    depend on beside the handbook and that day.
    """
    selection = Selection(organisation.book.settings.rules, wanted.select, wanted.ignore)
    folders = organisation.book.folders
    rules()  # imported before processes share them
    if not folders or any(rule.gather is None for rule in far_rules(organisation.book.settings, selection)):
        return None
    recall = store and Recall(store, wanted, folders, asked)
    known = recall.units() if recall else {}
    units = _settled(wanted, (ORGANISATION, *folders), known, executor)
    if units is None or not _may_stand_alone(units):
        return None
    if recall:
        recall.keep(unit for unit in units if known.get(unit.folder) is not unit)
    around = {str(answer): answer for unit in units for answer in unit.around}
    return Found(_concluded(wanted, organisation, selection, units), list(around.values()))


def _settled(
    wanted: Wanted, folders: Sequence[str], known: Mapping[str, Unit], executor: Executor | None
) -> list[Unit] | None:
    """All units, each checked with the references to it from others; None if that does not come to an end.

    Who refers to a unit is known only when all have been looked at: those that others refer to, whom they did
    not see, are looked at again.
    """
    units, cited = dict(known), inbound(known.values())
    todo = [folder for folder in folders if folder not in units]
    for _ in range(_MOST_TURNS):
        found = shared(parts(wanted, folders, todo, cited), executor) if todo else []
        if found is None:
            return None
        units |= {unit.folder: unit for unit in found}
        cited = inbound(units.values())
        todo = [folder for folder, unit in units.items() if unit.cited != cited.get(folder, [])]
        if not todo:
            return [units[folder] for folder in folders]
    return None


def _may_stand_alone(units: Iterable[Unit]) -> bool:
    """Whether no bound was met that is one of the whole handbook."""
    found = [problem[0] for unit in units for problem in unit.problems]
    is_bounded = sum(unit.records for unit in units) <= Limits().records
    few = all(found.count(code) <= most for code, most in _COMPARED_IN_ALL.items())
    return is_bounded and few


def _concluded(
    wanted: Wanted, organisation: Loaded, selection: Selection, units: Sequence[Unit]
) -> tuple[Problem, ...]:
    """What was found near, and what rules find that look far, in one list."""
    with uncollected():
        book = thin(organisation.book, units, wanted.root)
        portfolio = Portfolio(book, partial(locator, Disk(wanted.root)))
        codes = [rule.code for rule in far_rules(book.settings, selection)]
        gathered = {code: {unit.folder: unit.gathered[code] for unit in units} for code in codes}
        problems = [problem for unit in units for problem in problems_in(unit.problems)]
        return concluded(problems, list(_allowances(units)), portfolio, selection, gathered)


def _allowances(units: Iterable[Unit]) -> Iterator[Allowance]:
    for unit in units:
        for code, file, line, until, reason in unit.allowances:
            yield Allowance(code, file, line, date.fromisoformat(until) if until else None, reason)
