"""The steps of a driving chain, and the cause it begins with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handbook.planning.breakdown import Item
from handbook.planning.plan import Driver
from handbook.records.types.dependency import Dependency

End = Literal["start", "finish"]
Reason = Literal["weekend", "holiday", "leave", "off"]


@dataclass(frozen=True, slots=True)
class Free:
    """Days on which nobody works: a weekend, a holiday, leave, or another day without hours.

    ``name`` is that of the holiday or of those who are away; empty if it has none, or if the reader may not
    know it. ``days`` counts them; weekends may lie between ``first`` and ``last``.
    """

    reason: Reason
    name: str
    first: date
    last: date
    days: int
    people: tuple[str, ...] = ()
    """addresses of those who are away"""


@dataclass(frozen=True, slots=True)
class Step:
    """One task or milestone on the way to a date: what happens after one day, until another is over.

    ``since`` is the last day of what came before. ``end`` tells what the step leads to: the start of the item
    or its finish. Every calendar day of the step is counted once: as ``worked``, as ``lag`` (less than none
    for a lead), as ``free``, or as ``idle``: a day on which work could begin but did not, since the step
    leads to an event in the course of it. ``work`` is in working minutes of the item's calendar,
    ``day_minutes`` the working time of a normal day of its project. ``driver`` says what it waits for;
    ``waiting`` is the item, or the summary around it, that says so with a ``dependency``.
    """

    item: Item
    since: date
    until: date
    end: End
    worked: int = 0
    lag: int = 0
    idle: int = 0
    free: tuple[Free, ...] = ()
    work: int = 0
    day_minutes: int = 480
    driver: Driver | None = None
    working: date | None = None
    """the first day of work, if any is done on the way"""
    waiting: Item | None = None
    dependency: Dependency | None = None

    @property
    def days(self) -> int:
        """Calendar days: the sum of all parts."""
        return self.worked + self.lag + self.idle + sum(one.days for one in self.free)

    @property
    def first(self) -> date:
        """Its first day."""
        return min(self.since + timedelta(days=1), self.until) if self.since < date.max else self.until

    def off(self, *reasons: Reason) -> int:
        """The days on which nobody works, for some reasons."""
        return sum(one.days for one in self.free if one.reason in reasons)


@dataclass(frozen=True, slots=True)
class Cause:
    """What a chain begins with; ``on`` is its day, ``since`` the day before the first that counts.

    ``kind`` is that of a driver: ``start``, ``status``, ``constraint``, ``levelled``, ``actual``,
    ``expected``, or ``link`` for something of another project of which no more is known.
    """

    kind: str
    text: str
    on: date
    since: date
    known: str = ""
    """address of the item that it is, if the chain was told no further than to one that is known"""


@dataclass(frozen=True, slots=True)
class Why:
    """The driving chain of a date: its cause, then step by step to the item that was asked for.

    The calendar days of all steps add up to those from the cause to the date.
    """

    item: Item
    on: date
    cause: Cause
    steps: tuple[Step, ...]

    @property
    def days(self) -> int:
        """Calendar days from the cause to the date."""
        return (self.on - self.cause.since).days

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __str__(self) -> str:
        lines = [f"{self.cause.on} {self.cause.kind}: {self.cause.text}"]
        for one in self.steps:
            free = [f"{part.days} {part.reason}{f' {part.name}' if part.name else ''}" for part in one.free]
            parts = [f"{one.worked} worked" * bool(one.worked), f"{one.lag} lag" * bool(one.lag)]
            parts += [f"{one.idle} idle" * bool(one.idle), *free]
            to = "" if one.end == "finish" else " (start)"
            why = f" | {one.driver.text}" if one.driver else ""
            said = ", ".join(filter(None, parts)) or "nothing"
            lines.append(f"{one.until} {one.item.address}{to}: {one.days} d = {said}{why}")
        return "\n".join(lines)
