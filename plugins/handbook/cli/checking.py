"""Checking from the command line: what was found before is told again if nothing has changed since."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from handbook.checks.memory.store import Store
from handbook.checks.memory.whole import LastAnswer
from handbook.cli.opening import PROJECTS, day_of, last_commit
from handbook.loading.tree import Disk
from handbook.problems import Problem

if TYPE_CHECKING:
    from handbook.records.kinds.settings import Settings

_BROKEN_DOWN = "CHECK009"


class Asked(NamedTuple):
    """What a check was asked for: which handbook, for whom, on which day, and by which rules."""

    root: Path
    audience: str | None = None
    status_date: str | date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What the problems depend on beside the handbook and its day."""
        return (repr(self.audience), *self.select, "", *self.ignore)


def checked(asked: Asked, store: Store | None) -> tuple[Problem, ...]:
    """All problems of a handbook; those of the last time, if ``store`` holds them and nothing has changed."""
    commit = last_commit(asked.root) if store else ""
    last = store and LastAnswer(store, asked.root, PROJECTS, (*asked.words, commit))
    if last and (stated := asked.status_date or last.stated_date):
        known = last.problems(day_of(stated, asked.root))
        if known is not None:
            return known
    answer = _in_units(asked, store, commit) if asked.audience is None else None
    answer = answer or _as_a_whole(asked)
    if last and not any(problem.code == _BROKEN_DOWN for problem in answer.problems):
        last.keep(answer.stated, answer.day, answer.problems, answer.around)
    return answer.problems


class _Answer(NamedTuple):
    """All problems, what the status date was to be and what it is, and what was asked beside the projects."""

    problems: tuple[Problem, ...]
    stated: str | date
    day: date
    around: list[list[Any]]


def _in_units(asked: Asked, store: Store | None, commit: str) -> _Answer | None:
    """Checked unit by unit; None if that cannot be done."""
    from handbook.checks.memory.digest import digest_of
    from handbook.checks.memory.tool import tool_digest
    from handbook.cli.opening import output_of
    from handbook.loading.git_history import GitHistory
    from handbook.loading.processes import LocalProcesses
    from handbook.loading.status_date import dated
    from handbook.pages.units.check import check_units, organisation_of
    from handbook.pages.units.unit import Wanted

    organisation = organisation_of(asked.root, PROJECTS)
    _known(asked, organisation.book.settings)
    stated = organisation.book.settings.status_date
    day = day_of(asked.status_date or stated, asked.root)
    history = GitHistory(asked.root, PROJECTS, output_of)
    wanted = Wanted(asked.root, PROJECTS, day, asked.select, asked.ignore, history, commit)
    words = digest_of((tool_digest(), *asked.words)) if store else ""
    with LocalProcesses() as executor:
        found = check_units(wanted, dated(organisation, day), executor=executor, store=store, asked=words)
    return found and _Answer(found.problems, stated, day, found.around)


def _as_a_whole(asked: Asked) -> _Answer:
    from handbook.analysis.portfolio import Portfolio
    from handbook.checks.memory.witness import Witness
    from handbook.checks.run import run
    from handbook.cli.opening import opened, output_of
    from handbook.loading.git_history import GitHistory
    from handbook.loading.history import with_history
    from handbook.pages.opening import with_pages

    witness = Witness(Disk(asked.root), lambda path: f"{path}/".startswith(f"{PROJECTS}/"))
    loaded = opened(asked.root, asked.audience, asked.status_date, witness)
    _known(asked, loaded.book.settings)
    loaded = with_history(loaded, GitHistory(asked.root, PROJECTS, output_of))
    _, loaded = with_pages(loaded, witness, PROJECTS)
    problems = run(loaded, Portfolio(loaded.book), select=asked.select, ignore=asked.ignore)
    return _Answer(problems, loaded.book.settings.status_date, loaded.book.status_date, witness.answers)


def _known(asked: Asked, settings: "Settings") -> None:
    """Raises `click.BadParameter` for codes that neither this tool nor the handbook has."""
    from handbook.checks.cures import Cures
    from handbook.checks.fitting import rule_cure
    from handbook.checks.own.rules import own_rules
    from handbook.checks.rulebook import Rulebook

    rulebook = Rulebook(own_rules(settings).rules)
    for option, prefixes in (("--select", asked.select), ("--ignore", asked.ignore)):
        for prefix in prefixes:
            if not rulebook.covers(prefix):
                message = f"unknown rule '{prefix}' – {rule_cure(prefix, rulebook, Cures())}"
                raise click.BadParameter(message, param_hint=f"'{option}'")
