"""Dates as people write them, told apart by what the whole column says."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

Order = Literal["dmy", "mdy"]

_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ]\d.*)?", re.ASCII)
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?)\s*,?\s+(\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = 2000


def order_of(texts: Iterable[str]) -> Order | None:
    """Whether day or month comes first in a column of dates; None if none can tell, or two disagree."""
    found: set[Order] = set()
    for text in texts:
        if match := _NUMBERS.fullmatch(text.strip()):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                found.add("dmy")
            elif second > 12 >= first:
                found.add("mdy")
    return found.pop() if len(found) == 1 else None


def day_of(text: str, order: Order | None) -> date | str:
    """The date that a cell says, or what is wrong with it in words."""
    plain = text.strip()
    if match := _ISO.fullmatch(plain):
        return _date(int(match[1]), int(match[2]), int(match[3]), text)
    if match := _NUMBERS.fullmatch(plain):
        return _by_numbers(text, (int(match[1]), int(match[2]), int(match[3])), order)
    if match := _NAMED.fullmatch(plain.casefold()):
        month = (match[2] or match[3])[:3]
        if month in _MONTHS:
            return _date(int(match[5]), _MONTHS.index(month) + 1, int(match[1] or match[4]), text)
    return f"'{text}' is no date"


def _by_numbers(text: str, numbers: tuple[int, int, int], order: Order | None) -> date | str:
    first, second, year = numbers
    year += _CENTURY if year < 100 else 0
    if first > 12 or second > 12 or first == second:
        order = "dmy" if first > 12 or first == second else "mdy"
    if order is None:
        return f"'{text}' may be two dates; say --dates dmy or --dates mdy"
    day, month = (first, second) if order == "dmy" else (second, first)
    return _date(year, month, day, text)


def _date(year: int, month: int, day: int, text: str) -> date | str:
    try:
        return date(year, month, day)
    except ValueError:
        return f"'{text}' is no date"
