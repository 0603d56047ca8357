"""Pricing: what the work that is left costs, from the rates of people and the costs of tasks.

Where there is no budget, the money still follows the work: people cost their rate for each day that they work
on a task, and a task what it costs beside them (AACE International, Recommended Practice 57R-09: what people
cost depends on time, the rest does not).
"""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from handbook.analysis.costing import currency_of
from handbook.analysis.forecast.left import left
from handbook.analysis.forecast.spending import Spending, beside_people
from handbook.analysis.labour import Rates
from handbook.planning.settled import Settled
from handbook.planning.week import measure
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.schedule.instants import WEEK
from handbook.schedule.network import Activity


def pricing(book: Book, settled: Settled) -> Spending | None:
    """The money of the work that a project has left.

    None if nothing tells of any. None, too, for a reader who may not see the rates of people or some of the
    work: a sum without them would be wrong, and one with them would tell what is not for this reader.
    """
    if any(isinstance(one, Person) for one in book.unseen):
        return None
    asked = _Pricing(book, settled)
    work = list(asked.open_work())
    if any(task.withheld for _, task in work):
        return None
    return asked.spending(work)


class _People(NamedTuple):
    """Who works on a task: full times, those that have a rate, and what a working day of these costs."""

    units: float
    priced: float
    day: float


class _Pricing:
    def __init__(self, book: Book, settled: Settled) -> None:
        project = settled.draft.outline.project
        self._settled = settled
        self._rates = Rates(book, project)
        self._currency = currency_of(book, project)
        self._measure = measure(settled.draft.tools.calendar)

    def open_work(self) -> Iterator[tuple[Activity, Task]]:
        """The tasks that hold no others and are not done, with their activities."""
        activities = self._settled.timetable.network.activities
        groups = {one.parent for one in activities}
        for row, activity in enumerate(activities):
            task = self._settled.draft.item(row)
            if isinstance(task, Task) and row not in groups and not self._settled.finished[row]:
                yield activity, task

    def spending(self, work: list[tuple[Activity, Task]]) -> Spending | None:
        """The costs of tasks, which are certain, and what each minute of people costs."""
        fixed = float(sum(beside_people([task], self._currency) for _, task in work))
        rates: dict[Hashable, float] = {}
        planned, whole, priced = fixed, 0.0, 0.0
        for activity, task in work:
            minutes, people = left(activity), self._people(task)
            whole, priced = whole + minutes * people.units, priced + minutes * people.priced
            if people.day:
                rates[activity.key] = people.day / self._day(activity)
                planned += rates[activity.key] * minutes
        if not fixed and not rates:
            return None
        share = priced / whole if whole else 1.0
        return Spending(
            *(self._currency, "rates", None, None), fixed=fixed, rates=rates, planned=planned, priced=share
        )

    def _people(self, task: Task) -> _People:
        """A task without anybody is done by somebody, at no rate that is known."""
        units = priced = day = 0.0
        for party, assigned in self._settled.draft.tools.staffing.of(task).items():
            given = self._rates.given(task, party, assigned)
            rate = self._rates.rate(party)
            units += given
            if rate is not None and rate.currency in {None, self._currency}:
                priced += given
                day += given * float(rate.amount)
        return _People(units or 1.0, priced, day)

    def _day(self, activity: Activity) -> float:
        """The minutes of an activity in which a working day of people is spent on it."""
        if activity.elapsed:
            return WEEK * self._measure.day / self._measure.week
        return self._measure.day
