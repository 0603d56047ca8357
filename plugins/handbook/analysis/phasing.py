"""Phasing: a sum spread over periods, exact to the cent. Numbers in, numbers out."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import accumulate

_CENT = Decimal("0.01")
_MOST_DIGITS = 20
_NOTHING = Decimal(0)


def cents(amount: Decimal) -> Decimal:
    """An amount in whole cents; as it is if it is beyond counting in them."""
    if amount.adjusted() > _MOST_DIGITS:
        return amount
    return amount.quantize(_CENT, ROUND_HALF_EVEN)


def phased(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """What of ``amount`` is planned up to the end of each period, in proportion to the periods' weights.

    Weights are not negative. The last value is the amount itself: what is rounded in one period is made good
    in the next. Without any weight all of it is planned in the last period.
    """
    whole = sum(weights, _NOTHING)
    if not weights:
        return ()
    if not whole:
        return (*[_NOTHING] * (len(weights) - 1), amount)
    return tuple(
        amount if part >= whole else min(cents(amount * part / whole), amount) for part in accumulate(weights)
    )


def added(curves: Iterable[Sequence[Decimal]], periods: int) -> tuple[Decimal, ...]:
    """The sum of several curves in each of so many periods; one that ends early stays where it is."""
    sums = [_NOTHING] * periods
    for curve in curves:
        for at in range(periods if curve else 0):
            sums[at] += curve[min(at, len(curve) - 1)]
    return tuple(sums)


def shares(costs: Sequence[Decimal | None], work: Sequence[int], whole: Decimal) -> tuple[Decimal, ...]:
    """How much of ``whole`` each piece of work stands for, as weights.

    One with a cost stands for it; the others share the rest by their work (in any unit), or evenly if none
    takes any. If the costs leave no rest, or all have one, costs alone count.
    """
    known = sum((cost for cost in costs if cost), _NOTHING)
    others = [length for cost, length in zip(costs, work, strict=True) if not cost]
    rest = whole - known
    if known and (not others or rest <= _NOTHING):
        return tuple(cost or _NOTHING for cost in costs)
    effort = sum(others)
    each = [Decimal(length) / effort if effort else Decimal(1) / len(others) for length in work]
    return tuple(cost or rest * part for cost, part in zip(costs, each, strict=True))
