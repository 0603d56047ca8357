"""The words in which dates, slips and counts are told, the same on every page."""

from datetime import date

from handbook.planning.wording import day as dated
from handbook.planning.wording import month

__all__ = ["age", "capital", "count", "dated", "day", "figure", "listed", "month", "number", "slip"]

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def day(value: date, status_date: date) -> str:
    """``12 May``, or ``12 May 2027`` when the year is not that of the status date."""
    return f"{value.day} {month(value)}" if value.year == status_date.year else dated(value)


def number(value: int) -> str:
    """A number in words up to twelve, in digits beyond; ``no`` for none."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else f"{value}"


def count(value: int, noun: str, plural: str = "") -> str:
    """``one threat``, ``13 threats``; ``plural`` for a noun that takes no s."""
    return f"{number(value)} {noun if value == 1 else plural or noun + 's'}"


def figure(value: int, noun: str, plural: str = "") -> str:
    """``1 threat``, ``13 threats``: a count for short lines, where the eye looks for digits."""
    return f"{value} {noun if value == 1 else plural or noun + 's'}"


def slip(days: int) -> str:
    """``8 days late``, ``on time`` or ``2 days early``; positive days are late."""
    if not days:
        return "on time"
    return f"{figure(abs(days), 'day')} {'late' if days > 0 else 'early'}"


def age(days: int) -> str:
    """How long ago: ``today``, ``yesterday``, ``3 days ago``; ``in 3 days`` for a negative age."""
    if days < 0:
        return "tomorrow" if days == -1 else f"in {-days} days"
    return ("today", "yesterday")[days] if days < 2 else f"{days} days ago"


def listed(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def capital(text: str) -> str:
    """``text`` with a capital first letter, and nothing else changed."""
    return text[:1].upper() + text[1:]
