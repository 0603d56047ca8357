"""The figures of earned value and earned schedule by the signs that the field knows them by.

Commands, pages and the manual name them from here, so that all of them mean the same formula.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from handbook.analysis.earned_schedule import EarnedSchedule
from handbook.analysis.earned_value import EarnedValue


class Standing(NamedTuple):
    """What figures are computed from; ``schedule`` is None where nothing says what should be done by now."""

    value: EarnedValue
    schedule: EarnedSchedule | None = None


class Figure(NamedTuple):
    """One figure: its name, its formula, what it is counted in, and how it is computed."""

    name: str
    formula: str
    unit: Literal["money", "ratio", "months"]
    of: Callable[[EarnedValue], Decimal | None] | None = None
    of_time: Callable[[EarnedSchedule], Decimal | None] | None = None

    def at(self, standing: Standing) -> Decimal | None:
        """The figure of a standing; None if it is not defined there."""
        if self.of is not None:
            return self.of(standing.value)
        return None if standing.schedule is None or self.of_time is None else self.of_time(standing.schedule)


FIGURES: Mapping[str, Figure] = {
    "BAC": Figure(
        "budget at completion",
        "lines and what was drawn for them",
        "money",
        lambda one: one.budget_at_completion,
    ),
    "PV": Figure(
        "planned value", "budget of the work planned by now", "money", lambda one: one.planned_value
    ),
    "EV": Figure("earned value", "budget of the work done", "money", lambda one: one.earned_value),
    "AC": Figure("actual cost", "what was spent by now", "money", lambda one: one.actual_cost),
    "SV": Figure("schedule variance", "EV - PV", "money", lambda one: one.schedule_variance),
    "CV": Figure("cost variance", "EV - AC", "money", lambda one: one.cost_variance),
    "SPI": Figure(
        "schedule performance index", "EV / PV", "ratio", lambda one: one.schedule_performance_index
    ),
    "CPI": Figure("cost performance index", "EV / AC", "ratio", lambda one: one.cost_performance_index),
    "EAC": Figure("estimate at completion", "BAC / CPI", "money", lambda one: one.estimate_at_completion()),
    "ETC": Figure("estimate to complete", "EAC - AC", "money", lambda one: one.estimate_to_complete()),
    "VAC": Figure("variance at completion", "BAC - EAC", "money", lambda one: one.variance_at_completion()),
    "TCPI": Figure(
        "to-complete performance index",
        "(BAC - EV) / (BAC - AC)",
        "ratio",
        lambda one: one.to_complete_performance_index(),
    ),
    "ES": Figure(
        "earned schedule",
        "C + (EV - PV of C) / (PV of C+1 - PV of C)",
        "months",
        of_time=lambda one: one.earned,
    ),
    "AT": Figure("actual time", "from the start to now", "months", of_time=lambda one: one.actual_time),
    "PD": Figure(
        "planned duration",
        "from the start to the planned end",
        "months",
        of_time=lambda one: one.planned_duration,
    ),
    "SV(t)": Figure(
        "schedule variance in time", "ES - AT", "months", of_time=lambda one: one.schedule_variance
    ),
    "SPI(t)": Figure(
        "schedule performance index in time",
        "ES / AT",
        "ratio",
        of_time=lambda one: one.schedule_performance_index,
    ),
    "IEAC(t)": Figure(
        "estimate at completion in time",
        "PD / SPI(t)",
        "months",
        of_time=lambda one: one.estimate_at_completion,
    ),
}
"""By their signs, in the order in which they are told."""


def figures(standing: Standing) -> dict[str, Decimal | None]:
    """All figures of a standing by their signs."""
    return {sign: figure.at(standing) for sign, figure in FIGURES.items()}
