"""Ranges in three points: whether they ascend."""

from decimal import Decimal
from typing import Literal

from handbook.planning.plan import Plan
from handbook.records.parts import CostRange, DelayRange, Estimate
from handbook.records.types.duration import Duration
from handbook.records.types.money import Money

Point = Literal["likely", "high"]


def disorder(found: Estimate | DelayRange | CostRange, plan: Plan) -> tuple[Point, str] | None:
    """The point that is less than the one before it, with what is wrong; None if they ascend.

    Durations are compared by the normal day and week of the project.
    """
    low, likely, high = (_size(point, plan) for point in (found.low, found.likely, found.high))
    if likely < low:
        return "likely", f"expected at least the low point, {found.low}, found {found.likely}"
    if high < likely:
        return "high", f"expected at least the likely point, {found.likely}, found {found.high}"
    return None


def _size(point: Duration | Money, plan: Plan) -> Decimal:
    if isinstance(point, Money):
        return point.amount
    return Decimal(point.minutes(plan.day_minutes, plan.week_minutes))
