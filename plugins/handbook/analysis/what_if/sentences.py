"""The pieces of the sentences in which changes are told to readers."""

from datetime import date

from handbook.analysis.what_if.operands import Days, Wait
from handbook.analysis.words import day
from handbook.planning.wording import spoken, title
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.record import Record
from handbook.records.types.duration import Duration

_AWAITED = {
    "FS": "waits for {}",
    "SS": "waits until {} has begun",
    "FF": "is not finished before {}",
    "SF": "is not finished before {} has begun",
}


def called(record: Record | None) -> str:
    """What a record is called; empty for none, and nothing is told of one that is withheld."""
    if record is None:
        return ""
    if isinstance(record, Task | Milestone):
        return title(record)
    return "somebody" if record.withheld else record.label


def working(duration: Duration) -> str:
    """``15 working days``, ``2 weeks``, ``3 calendar days``."""
    said = spoken(duration)
    return said if duration.elapsed or duration.unit != "d" else said.replace(" ", " working ", 1)


def period(days: Days, status_date: date) -> str:
    """``on 3 June``, ``from 1 June to 12 June``."""
    first, last = (day(one, status_date) for one in days)
    return f"on {first}" if days.first == days.last else f"from {first} to {last}"


def awaited(wait: Wait) -> str:
    """``waits for Design, and 2 working days more``."""
    link = wait.dependency
    said = _AWAITED[link.type].format(called(wait.target))
    if not link.lag:
        return said
    return f"{said}, {'less' if link.lead else 'and'} {working(link.lag)}{'' if link.lead else ' more'}"
