"""Inputs: what the records of a project say of its uncertainty, in the numbers of the engine."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from handbook.analysis.costing import currency_of
from handbook.analysis.forecast.left import left
from handbook.analysis.forecast.probability import probability
from handbook.analysis.forecast.spending import Spending
from handbook.analysis.forecast.targets import Targets
from handbook.analysis.forecast.threats import Threat, Threats
from handbook.planning.settled import Settled
from handbook.records.book import Book
from handbook.records.kinds.task import Task
from handbook.records.parts import CostRange, DelayRange, Estimate
from handbook.records.record import Record
from handbook.records.types.duration import Duration
from handbook.schedule.progress import progress
from handbook.schedule.simulation.uncertainty import Delay, Event, Shape, Spread, Uncertainty


class Subject(NamedTuple):
    """The record behind a spread or an event: its address, empty if the reader may not see it."""

    address: str

    @classmethod
    def of(cls, record: Record) -> "Subject":
        """The subject of a record."""
        return cls("" if record.withheld else record.address)


@dataclass(frozen=True)
class Inputs:
    """The uncertainty of one project.

    ``tasks`` and ``risks`` are the subjects of its spreads and events, in their order. ``open`` counts the
    tasks that are not done, ``covered`` is the share of the work left that has a range. ``hides_money`` tells
    that a risk which is not shown would cost money: that is not counted.
    """

    uncertain: Uncertainty
    tasks: tuple[Subject, ...]
    risks: tuple[Subject, ...]
    open: int
    covered: float
    hides_money: bool = False

    @property
    def moves_dates(self) -> bool:
        """Whether anything of it can move a date."""
        return bool(self.uncertain.spreads) or any(event.delays for event in self.uncertain.events)


def inputs(book: Book, threats: Threats, settled: Settled, spending: Spending | None) -> Inputs:
    """The uncertainty of a project, with the money it spends if that is known."""
    asked = _Inputs(book, threats, settled)
    spreads, tasks = asked.spreads()
    events, risks = asked.events(spending.currency if spending else "")
    lengths = {row: left(one) for row, one in enumerate(settled.timetable.network.activities)}
    whole = sum(lengths[row] for row in asked.open)
    ranged = {spread.key for spread in spreads}
    activities = settled.timetable.network.activities
    covered = sum(lengths[row] for row in asked.open if activities[row].key in ranged)
    uncertain = Uncertainty(
        tuple(spreads),
        tuple(events),
        book.settings.schedule.forecast.correlation,
        rates=spending.rates if spending else {},
        fixed_cost=spending.fixed if spending else 0.0,
    )
    share = covered / whole if whole else 0.0
    return Inputs(
        uncertain, tuple(tasks), tuple(risks), len(asked.open), share, hides_money=asked.hides_money
    )


def is_uncertain(book: Book, threats: Threats, project: str) -> bool:
    """Whether records say anything uncertain of a project, as far as a quick look tells."""
    if any(task.estimate and not task.finished for task in book.of(Task, project)):
        return True
    return any(hit.effect.delay for threat in threats.on(project) for hit in threat.hits)


class _Inputs:
    def __init__(self, book: Book, threats: Threats, settled: Settled) -> None:
        self._book = book
        self._threats = threats
        self._settled = settled
        self._project = settled.draft.outline.project.id
        self._activities = settled.timetable.network.activities
        self._shape = Shape(book.settings.schedule.forecast.shape)
        groups = {one.parent for one in self._activities}
        self.open = [
            row
            for row in range(len(self._activities))
            if row not in groups and not settled.finished[row] and isinstance(settled.draft.item(row), Task)
        ]

    def spreads(self) -> tuple[list[Spread], list[Subject]]:
        """The ranges of tasks that are not done."""
        spreads: list[Spread] = []
        subjects: list[Subject] = []
        for row in self.open:
            task = self._settled.draft.item(row)
            spread = self._spread(row, task) if isinstance(task, Task) else None
            if spread is not None and task is not None:
                spreads.append(spread)
                subjects.append(Subject.of(task))
        return spreads, subjects

    def _spread(self, row: int, task: Task) -> Spread | None:
        """The range of what is left of a task: in proportion, if the plan counts with more or less of it."""
        if task.estimate is None:
            return None
        activity = self._activities[row]
        points = self._points(task.estimate, elapsed=task.estimate.likely.elapsed)
        is_told = task.duration is not None or activity.remaining is not None
        if is_told or progress(activity) is not None:
            likely = points[1] or 1
            points = [round(point * left(activity) / likely) for point in points]
        low, likely, high = sorted(points)
        if low == high:
            return None
        shape = self._shape if task.estimate.shape is None else Shape(task.estimate.shape)
        group = f"{self._project}/{task.estimate.group}".casefold() if task.estimate.group else ""
        return Spread(activity.key, task.address.casefold(), low, likely, high, shape, group)

    def events(self, currency: str) -> tuple[list[Event], list[Subject]]:
        """The risks, of this project and of others, that may delay open work or cost money."""
        targets = Targets(self._book, self._settled)
        events: list[Event] = []
        subjects: list[Subject] = []
        for threat in self._threats.on(self._project):
            risk = threat.risk
            chance = probability(risk, self._book.settings.scales)
            delays = tuple(self._delays(threat, targets))
            costs = tuple(self._costs(threat, currency))
            if chance and (delays or costs):
                events.append(Event(risk.address.casefold(), chance, delays, costs, self._shape))
                subjects.append(Subject.of(risk))
        return events, subjects

    @property
    def hides_money(self) -> bool:
        """Whether a risk that is not shown would cost money."""
        hidden = (one for one in self._threats.on(self._project) if one.risk.withheld)
        return any(hit.effect.extra_cost for one in hidden for hit in one.hits)

    def _delays(self, threat: Threat, targets: Targets) -> Iterator[Delay]:
        sign = -1 if threat.risk.nature == "opportunity" else 1
        for effect, record in threat.hits:
            for row in targets.hit(record) if effect.delay else ():
                activity = self._activities[row]
                low, likely, high = sorted(
                    sign * point for point in self._points(effect.delay, elapsed=activity.elapsed)
                )
                if low or high:
                    yield Delay(activity.key, low, likely, high)

    def _costs(self, threat: Threat, currency: str) -> Iterator[tuple[float, float, float]]:
        """The money that is in the currency of this project; where none is named, of the risk's own."""
        if threat.risk.withheld:
            return
        sign = -1 if threat.risk.nature == "opportunity" else 1
        home = self._book.project(threat.risk.project or "")
        meant = currency_of(self._book, home) if home else currency
        for cost in (hit.effect.extra_cost for hit in threat.hits):
            if cost and currency and _is_in(cost, currency, meant):
                low, likely, high = (
                    sign * float(point.amount) for point in (cost.low, cost.likely, cost.high)
                )
                yield low, likely, high

    def _points(self, found: Estimate | DelayRange | None, *, elapsed: bool) -> list[int]:
        """Low, likely and high in minutes, all counted by one clock."""
        if found is None:
            return []
        minutes = self._settled.draft.tools.durations.minutes
        points = (found.low, found.likely, found.high)
        return [minutes(Duration(point.amount, point.unit, elapsed)) for point in points]


def _is_in(cost: CostRange, currency: str, meant: str) -> bool:
    return all((point.currency or meant) == currency for point in (cost.low, cost.likely, cost.high))
