"""A point: one test of a schedule, and how it came out."""

from dataclasses import dataclass, replace
from typing import Literal

from handbook.planning.plan import Entry

Outcome = Literal["passed", "failed", "not evaluated", "reported"]

Unit = Literal["share", "count", "ratio"]


@dataclass(frozen=True, slots=True)
class Limit:
    """What a point must keep: at most, or at least, so much."""

    value: float
    at_least: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value keeps it; figures are compared as exactly as they are told."""
        return value >= self.value - _ROUNDING if self.at_least else value <= self.value + _ROUNDING


_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Point:
    """The result of one test.

    ``number`` and ``name`` are those of the DCMA 14-point assessment; ``subject`` is what is counted, to be
    read after a figure. ``value`` is a share of ``total``, a count, or a ratio; None if the test could not be
    made, and then ``why`` says why. ``offenders`` are the entries that were counted, in order of the plan.
    """

    number: int
    name: str
    subject: str
    unit: Unit
    outcome: Outcome
    value: float | None = None
    limit: Limit | None = None
    total: int = 0
    offenders: tuple[Entry, ...] = ()
    why: str = ""

    @property
    def key(self) -> str:
        """Its name as baselines keep it: ``critical-path-test``."""
        return self.name.replace(" ", "-")

    def at(self, value: float | None) -> "Point":
        """The same point with the value it had at another time, and how it came out by today's limit."""
        if value is None:
            outcome: Outcome = "not evaluated"
        elif self.limit is None:
            outcome = "reported"
        else:
            outcome = "passed" if self.limit.holds(value) else "failed"
        return replace(self, value=value, outcome=outcome, total=0, offenders=(), why="")

    def __str__(self) -> str:
        value = "" if self.value is None else f" {self.value:.4g}"
        return f"{self.number} {self.name}: {self.outcome}{value}{self.why and f' ({self.why})'}"


@dataclass(frozen=True, slots=True)
class Test:
    """What is the same in every result of a point, and the ways in which it comes out."""

    number: int
    name: str
    subject: str
    unit: Unit

    def share(self, offenders: tuple[Entry, ...], count: int, total: int, limit: Limit) -> Point:
        """The result of a share: ``count`` of ``total``."""
        return self._judged(count / total, limit, total, offenders) if total else self.unknown(EMPTY, limit)

    def count(self, offenders: tuple[Entry, ...], count: int, total: int, limit: Limit) -> Point:
        """The result of a count, of what should not be there at all; ``total`` is what was looked at."""
        return self._judged(count, limit, total, offenders) if total else self.unknown(EMPTY, limit)

    def ratio(self, value: float, limit: Limit, offenders: tuple[Entry, ...] = (), total: int = 0) -> Point:
        """The result of a ratio."""
        return self._judged(value, limit, total, offenders)

    def unknown(self, why: str, limit: Limit | None = None) -> Point:
        """The result of a test that could not be made."""
        return Point(self.number, self.name, self.subject, self.unit, "not evaluated", None, limit, why=why)

    def _judged(self, value: float, limit: Limit, total: int, offenders: tuple[Entry, ...]) -> Point:
        outcome: Outcome = "passed" if limit.holds(value) else "failed"
        return Point(self.number, self.name, self.subject, self.unit, outcome, value, limit, total, offenders)


EMPTY = "there is nothing to be done that it could be asked of"
