"""Labour: what the people who do the rest of the work cost, by their rates.

What people cost follows the time that they work: effort × rate (PMI, Practice Standard for Estimating,
bottom-up estimating). Only rates that the reader may see count: no sum may tell one that is kept from them.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from handbook.analysis.costing import currency_of
from handbook.analysis.forecast.left import left
from handbook.planning.parties import Parties
from handbook.planning.plan import Entry
from handbook.planning.settled import Settled
from handbook.planning.week import measure
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.records.types.money import Money

_NOTHING = Decimal(0)


class Labour(NamedTuple):
    """What the rest of one task costs: sums by currency, and who works on it without a rate that is known.

    ``minutes`` are those that are left of its length.
    """

    sums: Mapping[str, Decimal]
    unrated: tuple[str, ...]
    minutes: int


class Rates:
    """What the people of a project cost for a working day of full time."""

    def __init__(self, book: Book, project: Project) -> None:
        self._parties = Parties(book)
        self._currency = currency_of(book, project)
        self._known: dict[str, Money | None] = {}

    def rate(self, party: str) -> Money | None:
        """The rate of a person, of who holds a role, or of the members of a team on average; None if unknown.

        Members count by their capacity. The rate of a team is not known if that of one member is not.
        """
        if party not in self._known:
            self._known[party] = self._found(party)
        return self._known[party]

    def given(self, task: object, party: str, units: float) -> float:
        """Full times that a party gives to a task: by its effort nobody gives more than they have."""
        is_by_effort = isinstance(task, Task) and task.effort and not (task.duration or task.estimate)
        capacity = self._parties.capacity(party) if is_by_effort else None
        return units if capacity is None else min(units, capacity)

    def labour(self, settled: Settled, entry: Entry, idle: int = 0) -> Labour:
        """What the rest of a task costs, of which ``idle`` minutes are spent with waiting.

        Of a task planned by its effort nobody gives more than they have, as in the plan.
        """
        minutes = max(0, _minutes(settled, entry) - idle)
        sums: dict[str, Decimal] = {}
        unrated = []
        day = Decimal(measure(settled.timetable.network.calendar).day)
        for party, units in entry.doers.items() if minutes else ():
            rate = self.rate(party)
            if rate is None:
                unrated.append(party)
                continue
            given = Decimal(str(round(self.given(entry.record, party, units), 4)))
            currency = rate.currency or self._currency
            sums[currency] = sums.get(currency, _NOTHING) + rate.amount * given * minutes / day
        return Labour(sums, tuple(unrated), minutes)

    def _found(self, party: str) -> Money | None:
        people = self._parties.people(party) or []
        rates = [(person.rate, Decimal(str(person.capacity))) for person in people]
        currencies = {rate.currency or self._currency for rate, _ in rates if rate}
        whole = sum((share for _, share in rates), _NOTHING)
        if len(currencies) != 1 or not whole or any(rate is None for rate, _ in rates):
            return None
        if not isinstance(self._parties.find(party), Team):
            return rates[0][0]
        mean = sum((rate.amount * share for rate, share in rates if rate), _NOTHING) / whole
        return Money(mean, currencies.pop())


def rest_of(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of tasks of which something is left, without summaries and what may not be shown."""
    return (
        one
        for one in entries
        if isinstance(one.record, Task)
        and not one.summary
        and one.state != "done"
        and not one.record.withheld
    )


def _minutes(settled: Settled, entry: Entry) -> int:
    """Working minutes that are left of a task; of one that runs by the clock, those of its calendar."""
    row = row_of(settled, entry)
    if row is None:
        return 0
    table = settled.timetable
    activity = table.network.activities[row]
    if not activity.elapsed:
        return left(activity)
    calendar = activity.calendar or table.network.calendar
    start = max(table.start[row], table.status or table.start[row])
    return max(0, calendar.between(start, table.finish[row]))


def row_of(settled: Settled, entry: Entry) -> int | None:
    """The index of an entry in the timetable that it was made of."""
    item = settled.draft.outline.work.index.get(entry.record.id.casefold())
    return None if item is None else settled.row(item)
