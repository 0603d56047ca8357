"""Run: all rules over a handbook, to one list of problems in a stable order."""

import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType

from handbook.analysis.portfolio import Portfolio
from handbook.checks.allowing import allow
from handbook.checks.fitting import fitted, setting_faults
from handbook.checks.own.rules import own_rules
from handbook.checks.rule import Fault, Gathered, Rule, Scope
from handbook.checks.rulebook import Rulebook
from handbook.checks.selection import Selection
from handbook.checks.waiving import waive
from handbook.loading.allowances import Allowance
from handbook.loading.loaded import Loaded
from handbook.loading.uncollected import uncollected
from handbook.problems import Place, Problem
from handbook.records.kinds.settings import Settings
from handbook.records.record import Part

BROKEN_DOWN = "CHECK009"


def run(
    loaded: Loaded, portfolio: Portfolio, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """All problems of a handbook: those met while reading, and those that rules find in ``portfolio``.

    ``select`` and ``ignore`` are prefixes of codes that go before the choices of the settings. Problems that
    comments allow or waivers cover are left out. Fatal problems are always there. Of a rule that breaks down,
    what it found before is kept, and the breakdown is a fatal problem of its own.
    """
    selection = Selection(portfolio.book.settings.rules, select, ignore)
    with uncollected():
        return concluded(found_near(loaded, portfolio, selection), loaded.allowances, portfolio, selection)


def found_near(loaded: Loaded, portfolio: Portfolio, selection: Selection) -> list[Problem]:
    """The problems met while reading, and what rules find that look at one project at a time."""
    rulebook = Rulebook(own_rules(portfolio.book.settings).rules)
    near = _searched(portfolio, rulebook, selection, "project", {})
    return [*_chosen(loaded.problems, selection), *near]


def concluded(
    found: Sequence[Problem],
    allowances: Sequence[Allowance],
    portfolio: Portfolio,
    selection: Selection,
    gathered: Mapping[str, Gathered] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """All problems in order: those found near, those that rules find which look far, less what is set aside.

    ``gathered`` is what these rules have gathered already, by code. The portfolio then need hold no more than
    charters, waivers with what they are for, and the records of the organisation.
    """
    book = portfolio.book
    own = own_rules(book.settings)
    rulebook = Rulebook(own.rules)
    told = [
        *found,
        *_problems(own.faults, rulebook, selection),
        *_problems(setting_faults(book, rulebook), rulebook, selection),
        *_searched(portfolio, rulebook, selection, "portfolio", gathered),
    ]
    allowed, faults = allow(told, allowances, book, selection, rulebook)
    waived, more = waive(told, book, selection, rulebook)
    kept = [problem for number, problem in enumerate(told) if number not in allowed | waived]
    kept += _problems([*faults, *more], rulebook, selection)
    return tuple(sorted(kept, key=lambda problem: problem.sort_key))


def far_rules(settings: Settings, selection: Selection) -> list[Rule]:
    """The rules that look at the whole portfolio and are on anywhere."""
    rulebook = Rulebook(own_rules(settings).rules)
    found = (rulebook[code] for code in rulebook.searching() if selection.is_on_somewhere(code))
    return [rule for rule in found if rule.scope == "portfolio"]


def _searched(
    portfolio: Portfolio,
    rulebook: Rulebook,
    selection: Selection,
    scope: Scope,
    gathered: Mapping[str, Gathered],
) -> Iterator[Problem]:
    """What all rules of a scope find that are on anywhere."""
    for code in rulebook.searching():
        if selection.is_on_somewhere(code) and rulebook[code].scope == scope:
            faults = _found_by(rulebook[code], portfolio, selection, gathered.get(code))
            yield from _problems(faults, rulebook, selection)


def _found_by(
    searched: Rule, portfolio: Portfolio, selection: Selection, gathered: Gathered | None
) -> Iterator[tuple[str, Fault]]:
    """The faults that one rule finds, with the limits that each project gives it, and their code."""
    scopes = {name.casefold(): name for name in selection.settings.projects}
    limits = {scope: _limits(searched, selection, name) for scope, name in {"": None, **scopes}.items()}
    for chosen in dict.fromkeys(limits.values()):
        options = fitted(searched, dict(chosen))
        for code, fault in _faults(searched, portfolio, options, gathered):
            if code == BROKEN_DOWN or limits.get((fault.project or "").casefold(), limits[""]) == chosen:
                yield code, fault


def _limits(searched: Rule, selection: Selection, project: str | None) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(selection.limits(searched.code, project).items()))


def _faults(
    searched: Rule, portfolio: Portfolio, options: Part | None, gathered: Gathered | None
) -> Iterator[tuple[str, Fault]]:
    """The faults that a rule finds, with their code; a breakdown of the rule ends them."""
    try:
        for fault in searched.faults(portfolio, options, gathered):
            yield fault.code or searched.code, fault
    except Exception as error:
        yield BROKEN_DOWN, _breakdown(searched.code, portfolio, error)


def _breakdown(code: str, portfolio: Portfolio, error: Exception) -> Fault:
    """What is told about a rule that broke down: enough to find the line of code, without a traceback."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{PurePath(last.filename).name}:{last.lineno}"
    message = f"rule {code} broke down in {where}: {type(error).__name__}: {error}"
    place = Place(portfolio.book.settings.origin.file)
    return Fault(
        place, message, f"report it as a defect of this tool; until then 'ignore: [{code}]' goes without it"
    )


def _problems(
    faults: Iterable[tuple[str, Fault]], rulebook: Rulebook, selection: Selection
) -> Iterator[Problem]:
    for code, fault in faults:
        if code == BROKEN_DOWN or selection.is_on(code, fault.project):
            severity = selection.severity(code, fault.project, rulebook[code].severity)
            yield Problem(
                code,
                fault.message,
                fault.place,
                severity,
                fault.cure,
                fault.project,
                fatal=code == BROKEN_DOWN,
                record=fault.record,
                notes=fault.notes,
            )


def _chosen(problems: Iterable[Problem], selection: Selection) -> Iterator[Problem]:
    for problem in problems:
        if problem.fatal:
            yield problem
        elif selection.is_on(problem.code, problem.project):
            severity = selection.severity(problem.code, problem.project, problem.severity)
            yield replace(problem, severity=severity)
