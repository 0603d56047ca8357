"""Earned value as lines of text and as plain data."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from handbook.analysis.accounts import Accounts
from handbook.analysis.cost import Cost
from handbook.analysis.earned_trend import Standing as Month
from handbook.analysis.earned_value import MANNERS
from handbook.analysis.figures import FIGURES, Standing, figures
from handbook.cli.columns import in_columns
from handbook.records.types.money import Money

_SHOWN = ("BAC", "PV", "EV", "AC", "SV", "CV", "SPI", "CPI", "SPI(t)", "EAC", "VAC", "TCPI")
_TIME = ("ES", "AT", "PD", "SV(t)", "SPI(t)", "IEAC(t)")
_OVER_TIME = ("PV", "EV", "AC", "SPI", "CPI", "SPI(t)")
_REST = {
    "typical": "costs as much for its worth as what is done",
    "atypical": "costs what was planned for it",
    "combined": "has to make good lost time as well",
}


def whole(cost: Cost) -> Standing:
    """What the figures of the whole project are computed from."""
    return Standing(cost.value, cost.schedule)


def by_account(cost: Cost, groups: Sequence[Accounts]) -> str:
    """A line for each group of accounts, and one for the whole."""
    rows = [(group.name, *_cells(group.standing, _SHOWN)) for group in groups]
    rows.append(("whole project", *_cells(whole(cost), _SHOWN)))
    return in_columns(("account", *_SHOWN), rows, frozenset(_SHOWN))


def estimates(cost: Cost) -> str:
    """What all of it will have cost, by the three formulas."""
    heads = ("estimate", "EAC", "ETC", "VAC", "if the rest")
    rows = [
        (
            manner,
            _told(cost.value.estimate_at_completion(manner), "money"),
            _told(cost.value.estimate_to_complete(manner), "money"),
            _told(cost.value.variance_at_completion(manner), "money"),
            _REST[manner],
        )
        for manner in MANNERS
    ]
    return in_columns(heads, rows, frozenset(heads[1:4]))


def schedule(cost: Cost) -> str:
    """Earned schedule, in months, and the month in which the work will be done by it."""
    if cost.schedule is None:
        return "earned schedule  not known: nothing says what should be done by now, or what is done"
    told = in_columns(_TIME, [_cells(whole(cost), _TIME)], frozenset(_TIME))
    return f"{told}\ndone by earned schedule: {cost.finish or 'not known'}"


def trend(months: Sequence[Month]) -> str:
    """The figures at the end of each month, and on the status date."""
    rows = [(_when(one), *_cells(Standing(one.value, one.schedule), _OVER_TIME)) for one in months]
    return in_columns(("up to", *_OVER_TIME), rows, frozenset(_OVER_TIME))


def base(cost: Cost) -> Iterator[tuple[str, str]]:
    """The parts of the contract budget base, which always add up to it."""
    parts = cost.base
    for name, amount in (
        ("BAC", parts.budget_at_completion),
        ("contingency", parts.contingency_left),
        ("PMB", parts.baseline),
        ("reserve", parts.management_left),
        ("CBB", parts.total),
    ):
        yield name, _told(amount, "money")


def data(cost: Cost, groups: Sequence[Accounts], months: Sequence[Month]) -> dict[str, Any]:
    """All figures as plain data: money in cents, ratios with six decimals; null for what is not defined."""
    return {
        "currency": cost.currency,
        "budget_base": {
            "BAC": _exact(cost.base.budget_at_completion),
            "contingency_left": _exact(cost.base.contingency_left),
            "PMB": _exact(cost.base.baseline),
            "management_reserve_left": _exact(cost.base.management_left),
            "CBB": _exact(cost.base.total),
        },
        "whole": _figures(whole(cost)),
        "accounts": [
            {
                "name": group.name,
                "lines": [one.line.address for one in group.accounts if one.line],
                "planned_by": sorted({one.basis for one in group.accounts}),
                **_figures(group.standing),
            }
            for group in groups
        ],
        "estimates": {
            manner: {
                "EAC": _exact(cost.value.estimate_at_completion(manner)),
                "ETC": _exact(cost.value.estimate_to_complete(manner)),
                "VAC": _exact(cost.value.variance_at_completion(manner)),
            }
            for manner in MANNERS
        },
        "finish": str(cost.finish) if cost.finish else None,
        "trend": [
            {"up_to": _when(one), **_figures(Standing(one.value, one.schedule), _OVER_TIME)} for one in months
        ],
    }


def _when(one: Month) -> str:
    return "now" if one.is_now else f"{one.month}"


def _figures(standing: Standing, signs: Sequence[str] = tuple(FIGURES)) -> Mapping[str, float | None]:
    known = figures(standing)
    return {sign: _exact(known[sign], 2 if FIGURES[sign].unit == "money" else 6) for sign in signs}


def _exact(amount: Decimal | None, places: int = 2) -> float | None:
    return None if amount is None else float(round(amount, places))


def _cells(standing: Standing, signs: Sequence[str]) -> tuple[str, ...]:
    known = figures(standing)
    return tuple(_told(known[sign], FIGURES[sign].unit) for sign in signs)


def _told(amount: Decimal | None, unit: str) -> str:
    """A figure as it stands in a column; a dash for one that is not defined."""
    if amount is None:
        return "–"
    return (
        f"{Money(amount.quantize(Decimal(1)) + 0)}".replace("\u00a0", " ")
        if unit == "money"
        else f"{amount:.2f}"
    )
