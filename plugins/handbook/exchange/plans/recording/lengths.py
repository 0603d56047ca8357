"""Lengths, shares and sums of a plan as records write them."""

from decimal import Decimal

from handbook.exchange.plans.model import PlanLink, Span
from handbook.planning.week import Measure
from handbook.records.types.duration import Duration

_SMALLER = {
    "w": ("w", "d", "h", "min"),
    "d": ("d", "h", "min"),
    "h": ("h", "min", "d"),
    "min": ("min", "h", "d"),
}
_MOST = 999_999
_MOST_SHARE = 99.0


def length(span: Span, measure: Measure) -> str:
    """A length without its sign, in its own unit if that is exact: ``5d``, ``3ed``, ``90min``.

    ``measure`` is what a day and a week of the project are. More than any plan lasts is cut.
    """
    minutes = abs(span.minutes)
    for unit in _SMALLER[span.unit]:
        per = Duration(Decimal(1), unit, span.elapsed).minutes(measure.day, measure.week)
        amount = (Decimal(minutes) / per).quantize(Decimal("0.0001"))
        found = Duration(amount.normalize() if amount else Decimal(0), unit, span.elapsed)
        if amount <= _MOST and found.minutes(measure.day, measure.week) == minutes:
            return str(found)
    return f"{_MOST}{'e' if span.elapsed else ''}d"


def dependency(link: PlanLink, target: str, measure: Measure) -> str:
    """A link as a record writes it: ``design``, ``design SS+2d``."""
    if link.lag is None or not link.lag.minutes:
        return target if link.kind == "FS" else f"{target} {link.kind}"
    return f"{target} {link.kind}{'-' if link.lag.minutes < 0 else '+'}{length(link.lag, measure)}"


def share(units: float) -> str:
    """Full times: ``50%``, ``3``."""
    if units > 1 and units == int(units):
        return f"{min(int(units), 999)}"
    return f"{round(min(units, _MOST_SHARE) * 100, 4):g}%"


def percent(amount: Decimal) -> str:
    """A percentage: ``40%``."""
    return f"{amount.quantize(Decimal('0.0001')).normalize():f}%"


def money(amount: Decimal, currency: str = "") -> str:
    """A sum with no more decimals than it has."""
    plain = amount.quantize(Decimal("0.01"))
    text = f"{plain.normalize() if plain else Decimal(0):f}"
    return f"{text} {currency}" if currency else text
