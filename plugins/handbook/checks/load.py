"""Load: what the work ahead asks of people and teams, and the weekdays on which they are there."""

from collections.abc import Iterator
from datetime import date, timedelta

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.workload import Party, Share
from handbook.analysis.workload import shares as shares_of
from handbook.checks.standing import open_entries
from handbook.records.kinds.person import Person

WORKWEEK = 5
_REST = [
    [sum((first + day) % 7 < WORKWEEK for day in range(days)) for days in range(7)] for first in range(7)
]
"""How many of so many days are weekdays, by the weekday of the first."""


def shares(portfolio: Portfolio, project: str) -> list[Share]:
    """What the unfinished work of a project asks of people and teams, without what may not be shown."""
    return shares_of(portfolio, project, open_entries(portfolio, project))


def weekdays(first: date, last: date) -> int:
    """How many days from Monday to Friday there are from one day to another, both included."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    return days // 7 * WORKWEEK + _REST[first.weekday()][days % 7]


def present(party: Party, first: date, last: date) -> int:
    """The weekdays of a span on which a person is not on leave; all of them for a team."""
    days = weekdays(first, last)
    if isinstance(party, Person) and party.leave:
        away = {
            day
            for leave in party.leave
            for day in _span(max(leave.from_, first), min(leave.to, last))
            if day.weekday() < WORKWEEK
        }
        days -= len(away)
    return days


def _span(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(day) for day in range((last - first).days + 1))
