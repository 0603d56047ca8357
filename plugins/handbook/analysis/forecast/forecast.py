"""The forecast of a project: dates and cost with their chances, and what drives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple


class Luck(NamedTuple):
    """What the chance of a forecast is made of: how many runs, from which seed."""

    runs: int
    seed: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """When something will be finished, by chance.

    ``address`` is that of a milestone, empty for the whole project. ``due`` is what was promised, ``planned``
    what the plan says. ``p10`` to ``p90`` are the first days by which at least so many percent of the runs
    have finished; ``mean`` is the day of the mean instant, ``sd`` the standard deviation in working days.
    ``chance`` is the share of the runs that finish by ``due``, ``plan_chance`` of those that finish by
    ``planned``, None without it; ``reserve`` is how many working days after ``planned`` the 80th percentile
    is: the schedule contingency of AACE International 57R-09. Between the days of ``p80_between`` lies the
    80th percentile of endless runs, with a confidence of 95%. ``days`` are days with the share of the runs
    that finish on them, or since the day before in the list: the distribution.
    """

    address: str
    due: date | None
    planned: date | None
    p10: date
    p50: date
    p80: date
    p90: date
    mean: date
    sd: float
    chance: float | None
    plan_chance: float | None
    reserve: int | None
    p80_between: tuple[date, date]
    days: tuple[tuple[date, float], ...]

    @property
    def is_certain(self) -> bool:
        """Whether every run finishes on the same day."""
        return self.p10 == self.p90

    @property
    def curve(self) -> tuple[tuple[date, float], ...]:
        """The chance to have finished by each day of the distribution: the S-curve."""
        sums = accumulate(share for _, share in self.days)
        return tuple((day, min(sum_, 1.0)) for (day, _), sum_ in zip(self.days, sums, strict=True))


@dataclass(frozen=True, slots=True)
class Influence:
    """What one task, risk or date of another project does to the finish, or to a milestone.

    ``address`` is that of its record, empty if the reader may not see it; that of a ``wait`` is what the
    project waits for elsewhere. ``low`` and ``high`` are working days from the mean finish: the mean finish
    of runs with the task, or the date, around its 10th and its 90th percentile, or without the risk and with
    it. ``criticality`` is the share of runs in which the task is critical, ``cruciality`` the rank
    correlation of its duration, or the date, with the finish; None for what has none. ``probability`` is that
    of a risk.
    """

    kind: Literal["task", "risk", "wait"]
    address: str
    low: float
    high: float
    criticality: float | None = None
    cruciality: float | None = None
    probability: float | None = None

    @property
    def swing(self) -> float:
        """Working days by which it moves the mean finish."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class CostOutlook:
    """What everything will have cost, by chance, in units of ``currency``.

    ``basis`` tells what it was made of. With a budget, ``budget`` is what was approved, ``spent`` what is
    spent so far, ``planned`` what all will have cost if the rest costs what was planned for it. By rates of
    people and costs of tasks, there is no budget and nothing says what is spent: all sums are of the work
    that is left, and ``priced`` is the share of that work whose people have a rate.

    ``chance`` is the share of runs within the ``limit``: the budget, or else what was planned; ``by`` the
    date that counts for the project (its finish by the charter, or the last promise), ``together`` the share
    of runs within the limit and by that date, None without a date. ``safe`` are a date and a sum that are
    kept together in 80% of the runs, each with the same chance. ``hides_money`` tells that risks that are not
    shown would cost money, which is not counted. ``points`` are some of the runs: day of the finish and cost.
    ``sums`` are sums with the share of runs up to them since the sum before.
    """

    currency: str
    basis: Literal["budget", "rates"]
    budget: float | None
    spent: float | None
    planned: float
    priced: float
    hides_money: bool
    p10: float
    p50: float
    p80: float
    p90: float
    mean: float
    chance: float
    by: date | None
    together: float | None
    safe: tuple[date, float]
    points: tuple[tuple[date, float], ...]
    sums: tuple[tuple[float, float], ...]

    @property
    def limit(self) -> float:
        """The sum that it is held against: the budget, or else what was planned."""
        return self.planned if self.budget is None else self.budget


@dataclass(frozen=True)
class Forecast:
    """How sure the dates and the cost of one project are.

    ``milestones`` are those not reached that the reader may see, in order of the plan. ``influences`` are
    what moves the finish beyond doubt, the strongest first. ``criticality`` is by address of each open task,
    as far as it is ever critical. Both are told of the milestone with the address ``target`` instead, if
    there is one. ``ranged`` of the ``open`` tasks have an estimate in three points, which is
    ``covered`` as a share of the work that is left; ``risks`` are those counted that may delay or cost.
    ``waits`` are the ids of other projects that it waits for and whose dates are not sure.
    """

    project: str
    status_date: date
    luck: Luck
    finish: Outlook
    milestones: tuple[Outlook, ...]
    influences: tuple[Influence, ...]
    criticality: Mapping[str, float]
    cost: CostOutlook | None
    open: int
    ranged: int
    covered: float
    risks: int
    waits: tuple[str, ...] = ()
    target: str = ""

    @property
    def outlook(self) -> Outlook:
        """The outlook of what influences and criticality are about: the target, or the finish."""
        return self.of(self.target) or self.finish

    @cached_property
    def by_address(self) -> Mapping[str, Outlook]:
        """Milestones by address in lower case."""
        return {one.address.casefold(): one for one in self.milestones}

    def of(self, address: str) -> Outlook | None:
        """The outlook of the milestone with an address."""
        return self.by_address.get(address.casefold())

    def __str__(self) -> str:
        return "\n".join(
            f"{one.address or self.project}: P10 {one.p10} P50 {one.p50} P80 {one.p80} P90 {one.p90}"
            for one in (self.finish, *self.milestones)
        )
