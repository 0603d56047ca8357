"""Spans: from when to when work was to be done, as agreed if there is a baseline, else as planned today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from handbook.analysis.axis import Phase
from handbook.analysis.baselines import latest_baseline
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.types.month import Month

MOST_MONTHS = 1200
"""More than a century is no plan: nothing is spread over it."""
_ROOM = 500_000
"""Months that all spans of a project may have together."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of some work; ``agreed`` unless it moves whenever the plan does."""

    start: date
    finish: date
    agreed: bool


class Spans:
    """The spans of a project and of its tasks."""

    def __init__(self, book: Book, project: Project, plan: Plan) -> None:
        self._project = project
        self._plan = plan
        self._status = book.status_date
        self._room = _ROOM
        baseline = latest_baseline(book, project.id)
        entries = baseline.entries if baseline else {}
        self._agreed = {
            name.casefold(): Span(one.start, one.finish, True)
            for name, one in entries.items()
            if one.start <= one.finish
        }

    def task(self, task: Task) -> Span | None:
        """The span of a task; None if nothing tells one."""
        agreed = self._agreed.get(task.id.casefold())
        if agreed is not None:
            return agreed
        entry = self._plan.entry(task)
        return None if entry is None else Span(entry.start.date(), entry.finish.date(), False)

    def project(self) -> Span | None:
        """The span of the project: by its charter, else by its baseline, else by its plan."""
        start, finish = self._project.start, self._project.finish
        if finish is None and self._agreed:
            finish = max(one.finish for one in self._agreed.values())
        agreed = finish is not None
        finish = finish or self._plan.finish
        return None if finish is None or finish < start else Span(start, finish, agreed)

    def phase(self, span: Span) -> Phase | None:
        """A span by months, each as heavy as the working time in it; None if there are too many."""
        first, last = Month.of(span.start).number, Month.of(span.finish).number
        self._room -= last - first + 1
        if last - first >= MOST_MONTHS or self._room < 0:
            return None
        days = dict(self._days(span, first, last))
        whole = sum(days.values())
        now = Month.of(self._status)
        if not whole:
            is_past = span.finish < self._status and now.number == last
            return Phase({last: Decimal(1)}, Decimal(is_past), span.finish)
        passed = 0
        if now.number in days:
            passed = self._count(max(eve(now.first), eve(span.start)), min(eve(self._status), span.finish))
        months = {at: Decimal(count) / whole for at, count in days.items()}
        return Phase(months, Decimal(passed) / whole, span.finish)

    def elapsed(self, span: Span, day: date) -> Decimal:
        """The share of a span that lies before a day."""
        if day <= span.start:
            return Decimal(0)
        before, whole = eve(span.start), self._count(eve(span.start), span.finish)
        passed = self._count(before, min(eve(day), span.finish))
        return Decimal(passed) / whole if whole else Decimal(day > span.finish)

    def _days(self, span: Span, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The working days of a span by month."""
        before = eve(span.start)
        for number in range(first, last + 1):
            until = min(Month.numbered(number).last, span.finish)
            yield number, self._count(before, until)
            before = until

    def _count(self, before: date, until: date) -> int:
        return max(self._plan.working_days(before, until), 0)


def eve(day: date) -> date:
    """The day before, if the calendar has one."""
    return day - timedelta(days=1) if day > date.min else day
