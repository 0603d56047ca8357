"""What stands after the verb of a change: tasks, people, days, durations, shares."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from handbook.analysis.what_if.addressed import addressed
from handbook.analysis.what_if.change import BadChange
from handbook.records.book import Book
from handbook.records.record import Record
from handbook.records.types.day import read_day
from handbook.records.types.dependency import Dependency, read_dependency
from handbook.records.types.duration import read_duration
from handbook.records.types.fault import shown
from handbook.records.types.percent import read_units

SOMEBODY = "somebody"
"""Stands for a person who is not named: always there, with whatever share is given."""

_TYPES = ("ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO")
_SPAN = re.compile(r"(\d{4}-)(\d{2}-)(\d{2})\.\.(\d{2}-)?(\d{2})", re.ASCII)


class Days(NamedTuple):
    """The days from one to another, both included."""

    first: date
    last: date


class Wait(NamedTuple):
    """A dependency with the record that it names."""

    dependency: Dependency
    target: Record


Reader = Callable[[Book, str | None, str], Any]


def _kinds(*kinds: str) -> Reader:
    return lambda book, project, text: addressed(book, text, project, kinds)


def _typed(read: Callable[[object], Any]) -> Reader:
    def reader(_book: Book, _project: str | None, text: str) -> Any:
        try:
            return read(text)
        except PydanticCustomError as error:
            given = error.context or {}
            raise BadChange(str(given.get("message", error)), str(given.get("cure", ""))) from None

    return reader


def _days(book: Book, project: str | None, text: str) -> Days:
    """``2026-07-01..14``, ``2026-07-28..08-08``, ``2026-07-01..2026-07-14`` or one day."""
    if short := _SPAN.fullmatch(text):
        year, month, first_day, other, last_day = short.groups()
        text = f"{year}{month}{first_day}..{year}{other or month}{last_day}"
    first, _, last = text.partition("..")
    read = _typed(read_day)
    days = Days(read(book, project, first), read(book, project, last or first))
    if days.last < days.first:
        raise BadChange(f"expected days in order, found {shown(text)}", "write the last day in full")
    return days


def _party(book: Book, project: str | None, text: str) -> Record | None:
    """A person, role or team; None for somebody who is not named."""
    return None if text == SOMEBODY else addressed(book, text, project, ("person", "role", "team"))


def _wait(book: Book, project: str | None, text: str) -> Wait:
    dependency: Dependency = _typed(read_dependency)(book, project, text)
    return Wait(dependency, addressed(book, dependency.target, project, ("task", "milestone")))


def _type(_book: Book, _project: str | None, text: str) -> str:
    if text.upper() not in _TYPES:
        raise BadChange(f"unknown constraint {shown(text)}", f"the types are {', '.join(_TYPES)}")
    return text.upper()


OPERANDS: Mapping[str, Reader] = {
    "TASK": _kinds("task"),
    "ITEM": _kinds("task", "milestone"),
    "LINK": _wait,
    "PERSON": _kinds("person"),
    "TEAM": _kinds("person", "team"),
    "PARTY": _party,
    "RISK": _kinds("risk"),
    "PROJECT": _kinds("project"),
    "DURATION": _typed(read_duration),
    "DAY": _typed(read_day),
    "DAYS": _days,
    "SHARE": _typed(read_units),
    "TYPE": _type,
}
"""What the words in capitals of a form mean."""

EXAMPLES: Mapping[str, str] = {
    "TASK": "apollo/plan.build.api",
    "ITEM": "apollo/plan.build.api or apollo/M-2",
    "LINK": "'apollo/plan.design SS+2d'",
    "PERSON": "@ana",
    "TEAM": "@ana or team/web",
    "PARTY": "@ana, team/web, role/tester or somebody",
    "RISK": "apollo/R-7",
    "PROJECT": "apollo",
    "DURATION": "10d, 2w or 4h",
    "DAY": "2026-07-01",
    "DAYS": "2026-07-01..14",
    "SHARE": "50%",
    "TYPE": "SNET",
}
