"""Checking from the command line: what was found before is told again if nothing has changed since."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from handbook.checks.memory.store import Store
from handbook.checks.memory.whole import LastAnswer
from handbook.cli.opening import PROJECTS, day_of, last_commit
from handbook.loading.tree import Disk, Tree
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
    if store is None:
        return _found(asked, Disk(asked.root))[0]
    last = LastAnswer(store, asked.root, PROJECTS, (*asked.words, last_commit(asked.root)))
    if stated := asked.status_date or last.stated_date:
        day = day_of(stated, asked.root)
        known = last.problems(day)
        if known is not None:
            return known
    problems, stated, day = _found(asked, last.witness)
    if not any(problem.code == _BROKEN_DOWN for problem in problems):
        last.keep(stated, day, problems)
    return problems


def _found(asked: Asked, tree: Tree) -> tuple[tuple[Problem, ...], str | date, date]:
    """All problems, what the status date was to be, and what it is."""
    from handbook.analysis.portfolio import Portfolio
    from handbook.checks.run import run
    from handbook.cli.opening import opened, output_of
    from handbook.loading.git_history import GitHistory
    from handbook.loading.history import with_history
    from handbook.pages.opening import with_pages

    loaded = opened(asked.root, asked.audience, asked.status_date, tree)
    _known(asked, loaded.book.settings)
    loaded = with_history(loaded, GitHistory(asked.root, PROJECTS, output_of))
    _, loaded = with_pages(loaded, tree, PROJECTS)
    problems = run(loaded, Portfolio(loaded.book), select=asked.select, ignore=asked.ignore)
    return problems, loaded.book.settings.status_date, loaded.book.status_date


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
