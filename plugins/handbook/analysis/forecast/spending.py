"""Spending: what is still to be spent, as far as it is certain and as far as it follows time; of a budget.

Integrated cost and schedule risk analysis after AACE International, Recommended Practice 57R-09: what people
cost follows the time that they need, other costs do not.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from handbook.analysis.account import Account
from handbook.analysis.cost import Cost
from handbook.analysis.forecast.left import left
from handbook.planning.settled import Settled
from handbook.records.kinds.task import Task

_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Spending:
    """The money of one project.

    ``basis`` tells what says so: its budget, or the rates of people and the costs of tasks. ``budget`` is
    what was approved, ``spent`` what is spent already; without a budget both are None, and what follows is of
    the work that is left. ``fixed`` is what is spent and what is certain to be; ``rates`` is money per minute
    of the length of open work, by the key of its activity. ``planned`` is the sum of it all if the plan is
    kept. ``priced`` is the share of that work whose people have a rate; a budget pays for all of it.
    """

    currency: str
    basis: Literal["budget", "rates"]
    budget: float | None
    spent: float | None
    fixed: float
    rates: Mapping[Hashable, float]
    planned: float
    priced: float = 1.0


def spending(cost: Cost, settled: Settled) -> Spending | None:
    """The money of a project by its budget; None if the reader may not know what is earned of it.

    Of each line of the budget remains what is not earned yet. Of that, what its open tasks cost beside the
    people assigned is certain; the rest is what people cost, spread over those tasks by their work that is
    left, and follows it. A line without open tasks is certain.
    """
    spent = cost.value.actual_cost
    fixed, rates, planned = spent, dict[Hashable, float](), spent
    rows = {id(settled.draft.item(row)): row for row in range(len(settled.timetable.network.activities))}
    for account in cost.accounts:
        if account.earned is None:
            return None
        remaining = max(account.budget - account.earned, _NOTHING)
        planned += remaining
        people = _of_people(account, remaining, cost.currency)
        work = {
            activity.key: left(activity) * _units(task)
            for task in account.tasks
            if (row := rows.get(id(task))) is not None and not settled.finished[row]
            for activity in (settled.timetable.network.activities[row],)
        }
        whole = sum(work.values())
        if not whole:
            people = _NOTHING
        fixed += remaining - people
        for key, minutes in work.items() if people else ():
            length = left(settled.timetable.network.activities[settled.timetable.network.index[key]])
            if length:
                rates[key] = rates.get(key, 0.0) + float(people) * minutes / whole / length
    return Spending(
        *(cost.currency, "budget", float(cost.approved), float(spent)),
        fixed=float(fixed),
        rates=rates,
        planned=float(planned),
    )


def _of_people(account: Account, remaining: Decimal, currency: str) -> Decimal:
    """What remains for people, after what open tasks cost beside them."""
    return max(remaining - beside_people(account.tasks, currency), _NOTHING)


def beside_people(tasks: Iterable[Task], currency: str) -> Decimal:
    """What tasks that are not done still cost beside the people assigned, at least nothing."""
    costs = (
        task.cost.amount * Decimal(1 - (task.progress or 0.0))
        for task in tasks
        if task.cost and not task.finished and task.cost.currency in {None, currency}
    )
    return max(sum(costs, _NOTHING), _NOTHING)


def _units(task: Task) -> float:
    """How many full times work on a task."""
    return sum(task.doers.values()) or 1.0
