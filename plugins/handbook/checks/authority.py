"""Authority: who may decide a change, and up to which impact."""

from dataclasses import dataclass
from decimal import Decimal

from handbook.analysis.parties import is_same
from handbook.analysis.portfolio import Portfolio
from handbook.checks.standing import people_of
from handbook.records.book import Book
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.change import Change
from handbook.records.kinds.project import Project
from handbook.records.types.duration import Duration
from handbook.records.types.money import Money


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a manager may decide alone: impact in time and cost; None where nothing is said.

    ``day_minutes``, ``week_minutes`` and ``currency`` are those of the project.
    """

    time: Duration | None
    cost: Money | None
    day_minutes: int
    week_minutes: int
    currency: str | None

    def exceeded(self, change: Change) -> str:
        """What of the impact of a change is beyond the bounds; empty if nothing is."""
        impact = change.impact
        if impact is None:
            return ""
        if impact.time and self.time and self._minutes(impact.time) > self._minutes(self.time):
            return f"{impact.time} is more than {self.time}"
        if impact.cost and self.cost and self._is_more(impact.cost, self.cost):
            return f"{impact.cost} is more than {self.cost}"
        return ""

    def _minutes(self, duration: Duration) -> int:
        return duration.minutes(self.day_minutes, self.week_minutes)

    def _is_more(self, one: Money, other: Money) -> bool:
        """Sums in two currencies are not compared."""
        alike = (one.currency or self.currency) == (other.currency or self.currency)
        return alike and one.amount > other.amount


def bounds_of(portfolio: Portfolio, project: Project, time: Duration | None, cost: Money | None) -> Bounds:
    """The bounds of a project's manager: those given, else the tolerances of the charter."""
    told, plan = project.tolerances, portfolio.plan(project.id)
    currency = project.currency or portfolio.book.settings.currency
    return Bounds(
        time or (told.time if told else None),
        cost or (_share(portfolio.book, project, told.cost) if told and told.cost is not None else None),
        plan.day_minutes,
        plan.week_minutes,
        currency,
    )


def stands_in_for(book: Book, one: str, other: str) -> bool:
    """Whether a party is another one, by name or by role, or belongs to it as a team."""
    people = {person.address for person in people_of(book, one, None)}
    return is_same(book, one, other) or any(
        person.address in people for person in people_of(book, other, None)
    )


def _share(book: Book, project: Project, share: float) -> Money | None:
    """A share of the approved budget; None if there is none."""
    budget = next(iter(book.of(Budget, project.id)), None)
    if budget is None or budget.total is None:
        return None
    return Money(budget.total.amount * Decimal(str(share)), budget.total.currency)
