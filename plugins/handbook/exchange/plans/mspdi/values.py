"""Values of MSPDI: dates, lengths and numbers as its elements write them.

Lengths are xsd:duration in hours whatever their unit, lags are tenths of minutes, sums are hundredths:
https://learn.microsoft.com/office-project/xml-data-interchange/project-xml-data-interchange-schema-reference
"""

import re
from datetime import datetime

from handbook.exchange.plans.model import ConstraintKind, LinkKind, Span

CONSTRAINTS: tuple[ConstraintKind, ...] = ("ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT")
"""The constraint of each ConstraintType, from 0."""

LINKS: tuple[LinkKind, ...] = ("FF", "FS", "SF", "SS")
"""The link of each Type of a PredecessorLink, from 0."""

UNITS = {"min": 3, "h": 5, "d": 7, "w": 9}
"""The DurationFormat, and LagFormat, of each unit; that of elapsed time is one more."""

PERCENT = (19, 20)
"""Formats of a lag in percent of the predecessor's duration, working and elapsed."""

_ESTIMATED = 32
_ELAPSED = frozenset({4, 6, 8, 10, 12, 20})
_OF_FORMAT = {number: unit for unit, number in UNITS.items()}
_DURATION = re.compile(r"(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?")


def moment(text: str) -> datetime | None:
    """A date with hours, to the minute; None for anything else."""
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        return None


def minutes(text: str) -> int | None:
    """A length in whole minutes, rounded half up; None for anything else."""
    match = _DURATION.fullmatch(text.strip())
    if not match or text.strip().endswith(("P", "T")):
        return None
    days, hours, whole, seconds = (int(match[at] or 0) for at in (2, 3, 4, 5))
    found = days * 1440 + hours * 60 + whole + (seconds + 30) // 60
    return -found if match[1] else found


def unit_of(form: int | None) -> tuple[str, bool]:
    """The unit of a format, and whether it is elapsed time; days for what no record can say."""
    plain = UNITS["d"] if form is None else form - _ESTIMATED if form > _ESTIMATED else form
    elapsed = plain in _ELAPSED
    return _OF_FORMAT.get(plain - elapsed, "d"), elapsed


def form_of(span: Span) -> int:
    """The format of a length."""
    return UNITS[span.unit] + span.elapsed


def written_minutes(count: int) -> str:
    """A length as MSPDI writes it: ``PT40H0M0S``."""
    hours, rest = divmod(abs(count), 60)
    return f"{'-' if count < 0 else ''}PT{hours}H{rest}M0S"


def written_moment(at: datetime) -> str:
    """A date with hours as MSPDI writes it: ``2026-03-02T08:00:00``."""
    return at.replace(second=0, microsecond=0).isoformat()


def written_time(minute: int) -> str:
    """A minute of a day as MSPDI writes it; midnight is that of the day that begins."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}:00"
