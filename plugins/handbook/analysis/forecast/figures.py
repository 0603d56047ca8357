"""Figures: from the runs of a simulation to a forecast."""

from collections.abc import Iterator
from datetime import date
from math import sqrt

import numpy as np

from handbook.analysis.forecast.cases import Case
from handbook.analysis.forecast.forecast import CostOutlook, Forecast, Luck, Outlook
from handbook.analysis.forecast.influences import influences
from handbook.analysis.forecast.spending import Spending
from handbook.planning.plan import Plan
from handbook.records.kinds.milestone import Milestone
from handbook.schedule.instants import DAY
from handbook.schedule.simulation.clock import Clock
from handbook.schedule.simulation.percentile import between, chance, percentile
from handbook.schedule.simulation.simulated import Simulated
from handbook.schedule.simulation.stream import Floats, Ints

_EXACT = 1 << 22
"""Minutes up to which squares of so many runs as there may be are added up exactly."""
_SHARES = (0.1, 0.5, 0.8, 0.9)
_SAFE = 0.8
_BINS = 80
"""Steps of a distribution that is kept."""
_POINTS = 250
_CENT = 0.01


class Figures:
    """The figures of one simulation; those of influence are about a target, if there is one."""

    def __init__(
        self,
        case: Case,
        plan: Plan,
        found: Simulated,
        waits: tuple[str, ...] = (),
        target: Milestone | None = None,
    ) -> None:
        """``waits`` are the ids of other projects that it waits for and whose dates are not sure."""
        self._case, self._plan, self._found = case, plan, found
        self._waits, self._target = waits, target
        self._clock = Clock(case.settled.timetable.network.calendar)
        self._days = _days(found.finish - 1, found.finish)

    def forecast(self, spending: Spending | None) -> Forecast:
        """The forecast."""
        inputs = self._case.inputs
        milestones = tuple(self._milestones())
        finish = self._finish()
        late = self._clock.position(self._finishes())
        due = max((one.due for one in milestones if one.due), default=None)
        return Forecast(
            self._plan.project,
            self._plan.status_date,
            Luck(self._found.runs, self._found.seed),
            finish,
            milestones,
            tuple(influences(self._case, self._found, late, self._plan.day_minutes)),
            self._criticality(),
            self._cost(spending, finish.due or due) if spending else None,
            inputs.open,
            len(inputs.tasks),
            round(inputs.covered, 4),
            len(inputs.risks),
            self._waits,
            self._target.address if self._target else "",
        )

    def _finish(self) -> Outlook:
        due = self._case.settled.draft.outline.project.finish
        return self._outlook("", due, self._plan.finish, self._found.finish, self._days)

    def _milestones(self) -> Iterator[Outlook]:
        """Those that are not reached, and that the reader may see."""
        for at, item in enumerate(self._case.settled.draft.outline.work.items):
            finishes = self._found.finishes.get(at)
            if not isinstance(item, Milestone) or finishes is None or item.withheld or item.reached:
                continue
            entry = self._plan.entry(item)
            planned = entry.finish.date() if entry else None
            days = _days(self._found.starts[at], finishes)
            yield self._outlook(item.address, item.due, planned, finishes, days)

    def _outlook(
        self, address: str, due: date | None, planned: date | None, finishes: Ints, days: Ints
    ) -> Outlook:
        ordered: list[int] = np.sort(days).tolist()
        p10, p50, p80, p90 = (_date(percentile(ordered, share)) for share in _SHARES)
        mean = np.array([int(finishes.sum()) // len(finishes)])
        positions = self._clock.position(finishes)
        reserve = None if planned is None else self._plan.working_days(planned, p80)
        low, high = between(ordered, _SAFE)
        return Outlook(
            address,
            due,
            planned,
            p10,
            p50,
            p80,
            p90,
            _date(int(_days(mean, mean)[0])),
            round(_deviation(positions) / self._plan.day_minutes, 2),
            _by(ordered, due),
            _by(ordered, planned),
            reserve,
            (_date(low), _date(high)),
            tuple((_date(day), round(count / len(ordered), 6)) for day, count in _steps(ordered)),
        )

    def _finishes(self) -> Ints:
        """Those of the target, or of the project."""
        if self._target is None:
            return self._found.finish
        return self._found.finishes[self._case.place(self._target.id)]

    def _criticality(self) -> dict[str, float]:
        """By address of what is open and may be seen, as far as it is ever critical."""
        items = self._case.settled.draft.outline.work.items
        critical = self._found.criticality.items()
        shares = [(items[key], share) for key, share in critical if isinstance(key, int) and key >= 0]
        return {item.address: round(share, 4) for item, share in shares if share and not item.withheld}

    def _cost(self, spending: Spending, by: date | None) -> CostOutlook:
        cost = self._found.cost
        ordered: list[float] = np.sort(cost).tolist()
        p10, p50, p80, p90 = (percentile(ordered, share) for share in _SHARES)
        within = cost <= (spending.planned if spending.budget is None else spending.budget) + _CENT / 2
        in_time = None if by is None else self._days <= by.toordinal()
        points = zip(self._days[:_POINTS].tolist(), cost[:_POINTS].tolist(), strict=True)
        return CostOutlook(
            spending.currency,
            spending.basis,
            spending.budget,
            spending.spent,
            round(spending.planned, 2),
            round(spending.priced, 4),
            self._case.inputs.hides_money,
            p10,
            p50,
            p80,
            p90,
            round(int(np.rint(cost * 100).astype(np.int64).sum()) / len(cost) / 100, 2),
            round(float(within.mean()), 4),
            by,
            None if in_time is None else round(float((within & in_time).mean()), 4),
            self._safe(cost),
            tuple((_date(day), sum_) for day, sum_ in points),
            tuple(_sums(cost)),
        )

    def _safe(self, cost: Floats) -> tuple[date, float]:
        """A date and a sum with the same chance each, that are kept together in so many runs as is safe."""
        worse = np.maximum(_reached(self._days), _reached(cost))
        share = percentile(np.sort(worse).tolist(), _SAFE)
        day = percentile(np.sort(self._days).tolist(), share)
        return _date(day), percentile(np.sort(cost).tolist(), share)


def _reached(values: Ints | Floats) -> Floats:
    """By run, the share of all runs that are no worse."""
    after = np.searchsorted(np.sort(values), values, side="right")
    return np.asarray(after / len(values), dtype=np.float64)


def _by(ordered: list[int], day: date | None) -> float | None:
    """The share of the days that are not after one."""
    return None if day is None else round(chance(ordered, day.toordinal()), 4)


def _deviation(values: Ints) -> float:
    """The standard deviation, from whole numbers, so that every machine finds the same."""
    count, apart = len(values), values - values.min()
    if int(apart.max()) > _EXACT:
        return float(apart.astype(np.float64).std())
    return sqrt(max(count * int((apart * apart).sum()) - int(apart.sum()) ** 2, 0)) / count


def _days(starts: Ints, finishes: Ints) -> Ints:
    """The ordinals of the days of finishes; work that lasts until midnight finishes with that day."""
    until_midnight = (finishes % DAY == 0) & (finishes > np.maximum(starts, 0))
    found: Ints = (finishes - until_midnight) // DAY + 1
    return found


def _date(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _steps(ordered: list[int]) -> Iterator[tuple[int, int]]:
    """The last days of even spans of days, with how many of the values fall in each."""
    width = (ordered[-1] - ordered[0]) // _BINS + 1
    counts: dict[int, int] = {}
    for day in ordered:
        last = ordered[0] + ((day - ordered[0]) // width + 1) * width - 1
        counts[last] = counts.get(last, 0) + 1
    return iter(counts.items())


def _sums(cost: Floats) -> Iterator[tuple[float, float]]:
    """Even steps of money, with the share of the runs in each; one step if all cost the same."""
    counts, edges = np.histogram(cost, bins=_BINS // 2 if cost.min() < cost.max() else 1)
    for count, edge in zip(counts.tolist(), edges[1:].tolist(), strict=True):
        if count:
            yield round(edge, 2), round(count / len(cost), 6)
