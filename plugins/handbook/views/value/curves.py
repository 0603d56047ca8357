"""Earned value over time: the curves of what was planned, earned and spent, and those of the indices."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from handbook.analysis.cost import Cost
from handbook.analysis.earned_trend import Standing
from handbook.analysis.words import month as month_name
from handbook.views.block.block import Picture, Table
from handbook.views.block.inline import Phrase
from handbook.views.drawings.amounts import Curve, Curves, Level, Sort, Spot
from handbook.views.drawings.curves import narrow, wide
from handbook.views.money import figure

_DAY = timedelta(days=1)
_SIGNS = {
    "done": "thick: earned",
    "scope": "thin: planned",
    "spent": "red, broken: spent",
    "expected": "dashed: to the estimate at completion (EAC) · BAC: budget at completion",
}


def sums(cost: Cost, months: Sequence[Standing], on: date, finish: date | None, twin: Table) -> Picture:
    """Planned, earned and spent at the end of each month; the estimate on the day of the finish."""
    title = "Planned, earned and spent"
    before = Spot(_eve(cost.start), 0.0)
    planned = [
        before,
        *(Spot(one.last, float(sum_)) for one, sum_ in zip(cost.months, cost.planned, strict=True)),
    ]
    earned = [before, *(Spot(_end(one, on), _float(one.value.earned_value)) for one in months)]
    spent = [before, *(Spot(_end(one, on), float(one.value.actual_cost)) for one in months)]
    curves = [Curve(planned, "scope", name="planned"), Curve(spent, "spent", name="spent")]
    if cost.value.earned_value is not None:
        curves.append(Curve(earned, "done", name="earned"))
    levels = [Level(float(cost.value.budget_at_completion), "BAC")]
    if cost.forecast is not None and cost.value.remaining and finish is not None and finish > on:
        curves.append(Curve([spent[-1], Spot(finish, float(cost.forecast))], "expected"))
        levels.append(Level(float(cost.forecast), "EAC"))
    last = max(spot.day for curve in curves for spot in curve.spots)
    said = _said(cost, finish)
    drawn = Curves(title, said, cost.start, last, cost.currency, curves, levels=levels, status_date=on)
    drawn_sorts = {curve.sort for curve in curves}
    legend: Phrase = (" · ".join(sign for sort, sign in _SIGNS.items() if sort in drawn_sorts),)
    return Picture(wide(drawn), title, said, twin, narrow(drawn), legend, name="curves")


def indices(cost: Cost, months: Sequence[Standing], on: date, twin: Table) -> Picture | None:
    """CPI and SPI(t) at the end of each month, against 1: as planned. None if there is no line to draw."""
    cpi = list(_spots(months, on, [one.value.cost_performance_index for one in months]))
    time = [one.schedule.schedule_performance_index if one.schedule else None for one in months]
    spi = list(_spots(months, on, time))
    if max(len(cpi), len(spi)) < 2:
        return None
    title = "Efficiency of cost and time"
    told = [f"CPI is {cpi[-1].amount:.2f}"] if cpi else []
    told += [f"SPI(t) is {spi[-1].amount:.2f}"] if spi else []
    said = f"{' and '.join(told)}; 1 is as planned, below it dearer or slower."
    curves = [
        Curve(spots, sort, name=f"{sign} {spots[-1].amount:.2f}")
        for spots, sort, sign in _lines(spi, cpi)
        if len(spots) > 1
    ]
    first, last = min(curve.spots[0].day for curve in curves), max(curve.spots[-1].day for curve in curves)
    levels = [Level(1.0, "plan")]
    drawn = Curves(title, said, _eve(first), max(last, on), "", curves, levels=levels, status_date=on)
    legend: Phrase = (
        "thick: CPI, value earned for each unit spent · thin: SPI(t), time earned in the time that passed",
    )
    return Picture(wide(drawn), title, said, twin, narrow(drawn), legend, name="curves")


def _lines(spi: list[Spot], cpi: list[Spot]) -> Iterator[tuple[list[Spot], Sort, str]]:
    yield spi, "scope", "SPI(t)"
    yield cpi, "done", "CPI"


def _spots(months: Sequence[Standing], on: date, values: Sequence[Decimal | None]) -> Iterator[Spot]:
    for one, value in zip(months, values, strict=True):
        if value is not None and value >= 0:
            yield Spot(_end(one, on), float(value))


def _end(one: Standing, on: date) -> date:
    """The day at whose end a project stood so; the status date counts from its morning."""
    return _eve(on) if one.is_now else one.month.last


def _eve(day: date) -> date:
    return day - _DAY if day > date.min else day


def _float(amount: Decimal | None) -> float:
    return float(amount or 0)


def _said(cost: Cost, finish: date | None) -> str:
    """The last figures in words."""
    value = cost.value
    parts = [f"{figure(value.planned_value)} planned"] if value.planned_value is not None else []
    parts += [f"{figure(value.earned_value)} earned"] if value.earned_value is not None else []
    parts.append(f"{figure(value.actual_cost)} spent")
    ahead = ""
    if cost.forecast is not None and value.remaining:
        when = f" in {month_name(finish)} {finish.year}" if finish else ""
        ahead = f"; about {figure(cost.forecast)} at the end{when}"
    return f"{', '.join(parts)} of {figure(value.budget_at_completion)} {cost.currency}{ahead}."
