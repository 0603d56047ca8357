"""The public face: what a script, a notebook or another site generator may rely on.

    from datetime import date
    from pathlib import Path
    from handbook.api import Portfolio, check, load

    loaded = load(Path("."), status_date=date(2026, 6, 1))
    portfolio = Portfolio(loaded.book)
    for problem in check(loaded, portfolio):
        print(problem)
    print(portfolio.plan("data-centre-exit"))

Nothing here reads the clock, the environment or git: whoever calls it says which day the handbook speaks of.
"""

from handbook.analysis.portfolio import Portfolio
from handbook.checks.manual import Example, Manual
from handbook.checks.registry import rule, rules
from handbook.checks.rule import Fault, Rule
from handbook.checks.run import run as check
from handbook.loading.limits import Limits
from handbook.loading.load import load
from handbook.loading.loaded import Loaded
from handbook.pages.opening import Opened, Wanted, open_handbook
from handbook.pages.render import render
from handbook.planning.plan import Entry, Plan
from handbook.planning.plans import plan
from handbook.problems import Place, Problem, Severity
from handbook.records.book import Book
from handbook.records.record import Record

__all__ = [
    "Book",
    "Entry",
    "Example",
    "Fault",
    "Limits",
    "Loaded",
    "Manual",
    "Opened",
    "Place",
    "Plan",
    "Portfolio",
    "Problem",
    "Record",
    "Rule",
    "Severity",
    "Wanted",
    "check",
    "load",
    "open_handbook",
    "plan",
    "render",
    "rule",
    "rules",
]
