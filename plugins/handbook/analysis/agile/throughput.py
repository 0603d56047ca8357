"""Throughput: how many items were finished, and how many came in, in each week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from handbook.analysis.agile.work import Work

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, from ``first`` to ``last``: how many items were finished, and how many came in.

    What was taken out of the backlog undone counts as coming in with a minus: it makes the backlog smaller.
    What was there when work began did not come in.
    """

    first: date
    last: date
    done: int
    added: int


def weeks(work: Work, most: int | None = None) -> tuple[Week, ...]:
    """The whole weeks from the first day of work to the status date, in order; the last ``most`` of them.

    They are counted back from the status date, so that the last one is whole. A week in which nothing was
    finished counts with nothing: it will come again. Without any work there are none.
    """
    if work.first_day is None:
        return ()
    whole = ((work.day - work.first_day).days + 1) // 7
    return tuple(_weeks(work, work.first_day, min(whole, whole if most is None else most)))


def _weeks(work: Work, begin: date, number: int) -> Iterator[Week]:
    for back in reversed(range(number)):
        last = work.day - back * _WEEK
        first = last - _WEEK + _DAY
        done = sum(first <= item.finished <= last for item in work.done if item.finished)
        came = sum(max(first, begin + _DAY) <= item.added <= last for item in work.items if item.added)
        left = sum(
            first <= item.removed <= last
            for item in work.items
            if item.removed and item.stand(item.removed) == "removed"
        )
        yield Week(first, last, done, came - left)
