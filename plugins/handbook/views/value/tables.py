"""Earned value as tables: by month, by account, and what all of it will have cost."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from handbook.analysis.accounts import Accounts
from handbook.analysis.cost import Cost
from handbook.analysis.earned_trend import Standing as Month
from handbook.analysis.earned_value import MANNERS, Manner
from handbook.analysis.figures import FIGURES, Standing, figures
from handbook.analysis.words import capital
from handbook.views.block.block import Column, Row, Table
from handbook.views.block.inline import Note, Phrase
from handbook.views.dates import day
from handbook.views.money import figure
from handbook.views.months import month
from handbook.views.naming import titled
from handbook.views.view import Ground

SUMS = ("PV", "EV", "AC", "SV", "CV")
INDICES = ("SPI", "CPI", "SPI(t)")
_OF_ACCOUNTS = ("BAC", "PV", "EV", "AC", "SV", "CV", "SPI", "CPI", "SPI(t)", "EAC", "VAC", "TCPI")
_MINOR = frozenset({"VAC", "TCPI"})
_REST: dict[Manner, str] = {
    "typical": "the rest costs as much for its worth as what is done",
    "atypical": "the rest costs what was planned for it",
    "combined": "lost time is to be made good as well",
}


def by_month(ground: Ground, cost: Cost, months: Sequence[Month], signs: Sequence[str]) -> Table:
    """Some figures at the end of each month and on the status date."""
    rows = [
        Row((_when(ground, one), *_cells(Standing(one.value, one.schedule), signs)), strong=one.is_now)
        for one in months
    ]
    caption = f"Earned value month by month, {cost.currency}"
    return Table((Column("Up to"), *_columns(signs)), rows, caption, narrow="scroll")


def by_account(ground: Ground, cost: Cost, groups: Sequence[Accounts]) -> Table:
    """The figures of each group of accounts, and of the whole."""
    rows = [Row((_name(ground, group), *_cells(group.standing, _OF_ACCOUNTS))) for group in groups]
    whole = Standing(cost.value, cost.schedule)
    rows.append(Row((("Whole project",), *_cells(whole, _OF_ACCOUNTS)), strong=True))
    caption = f"Earned value by account, {cost.currency}"
    return Table((Column("Account"), *_columns(_OF_ACCOUNTS)), rows, caption, narrow="scroll")


def estimates(cost: Cost) -> Table:
    """What all of it will have cost by each of the three formulas."""
    rows = []
    for manner in MANNERS:
        value = cost.value
        sums = (
            value.estimate_at_completion(manner),
            value.estimate_to_complete(manner),
            value.variance_at_completion(manner),
        )
        told = [() if one is None else (figure(one),) for one in sums]
        rows.append(Row(((capital(manner), Note(f"if {_REST[manner]}")), *told)))
    columns = (
        Column("Estimate"),
        Column(f"In the end (EAC), {cost.currency}", "right"),
        Column("Still to spend (ETC)", "right"),
        Column("Left without reserves (VAC)", "right"),
    )
    return Table(columns, rows, f"Estimates at completion, {cost.currency}")


def key(signs: Sequence[str] = _OF_ACCOUNTS) -> str:
    """What signs stand for: ``PV planned value · EV earned value``."""
    return " · ".join(f"{sign}\u00a0{FIGURES[sign].name}" for sign in signs)


def _columns(signs: Sequence[str], minor: frozenset[str] = _MINOR) -> list[Column]:
    return [Column(sign, "right", minor=sign in minor) for sign in signs]


def _name(ground: Ground, group: Accounts) -> Phrase:
    line = group.accounts[0].line if len(group.accounts) == 1 else None
    named = line is not None and line.label == group.name
    return titled(ground, line) if line is not None and named else (capital(group.name),)


def _when(ground: Ground, one: Month) -> Phrase:
    return (day(ground.status_date, ground.status_date) if one.is_now else month(one.month),)


def _cells(standing: Standing, signs: Sequence[str]) -> list[Phrase]:
    known = figures(standing)
    return [_cell(sign, known) for sign in signs]


def _cell(sign: str, known: Mapping[str, Decimal | None]) -> Phrase:
    amount = known[sign]
    if amount is None:
        return ()
    return (figure(amount),) if FIGURES[sign].unit == "money" else (f"{amount:.2f}",)
