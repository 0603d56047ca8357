"""What a scenario costs: labour and other costs still to come, and the estimate at completion.

Labour is by the rates of those who do the work. The estimate at completion is that of earned value, and moves
by what labour and other costs move. Work of people whose rates are not known, or are in another currency,
counts with what the budget has left for it, as in the forecast of cost.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from handbook.analysis.costing import currency_of
from handbook.analysis.forecast.left import left
from handbook.analysis.forecast.spending import spending
from handbook.analysis.labour import Labour, Rates, rest_of, row_of
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.comparison import Outcome
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.project import Project
from handbook.records.kinds.risk import Risk

Sums = Mapping[str, Decimal]
"""Amounts by currency."""

_NOTHING = Decimal(0)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Bill:
    """The money of one project before and after a scenario.

    ``labour`` and ``other`` are what is still to come, ``other`` with what risks cost that occur.
    ``unrated`` are references to those who work in it and whose rates are not known. ``estimate`` is the
    estimate at completion in ``currency``, None without a budget that can be added up; ``approved`` is what
    may be spent.
    """

    project: Project
    currency: str
    labour: tuple[Sums, Sums]
    other: tuple[Sums, Sums]
    unrated: tuple[str, ...] = ()
    estimate: tuple[Decimal, Decimal] | None = None
    approved: Decimal | None = None

    @property
    def change(self) -> Sums:
        """By how much labour and other costs grow, by currency; only what does."""
        both = zip(self.labour, self.other, strict=True)
        before, after = (added((labour, other)) for labour, other in both)
        return less(after, before)

    @property
    def moves(self) -> bool:
        """Whether any of it is another sum."""
        is_same = self.labour[0] == self.labour[1] and self.other[0] == self.other[1]
        return not is_same or (self.estimate is not None and self.estimate[0] != self.estimate[1])


@dataclass(slots=True)
class _Side:
    """The rest of the work of a project, before or after."""

    labour: dict[str, Labour] = field(default_factory=dict)
    """By address of the task in lower case, each with what it costs."""
    other: dict[str, Decimal] = field(default_factory=dict)


def bills(outcome: Outcome) -> Iterator[Bill]:
    """The money of each project that a scenario changes, as far as the reader may know of any."""
    for project in outcome.rewritten:
        before = outcome.scenario.before
        bill = None if _is_kept_from(before, project) else _bill(outcome, before.charter(project))
        if bill is not None:
            yield bill


def added(sums: Iterable[Sums]) -> Sums:
    """The sum of amounts, currency by currency."""
    whole: dict[str, Decimal] = {}
    for one in sums:
        for currency, amount in one.items():
            whole[currency] = whole.get(currency, _NOTHING) + amount
    return whole


def less(after: Sums, before: Sums) -> Sums:
    """What is more in one than in another, currency by currency; only what differs."""
    currencies = sorted(after.keys() | before.keys())
    found = {one: after.get(one, _NOTHING) - before.get(one, _NOTHING) for one in currencies}
    return {one: amount for one, amount in found.items() if amount}


def _is_kept_from(portfolio: Portfolio, project: str) -> bool:
    """Whether the project has a budget that the reader may not see: then nothing of its money is told."""
    book = portfolio.book
    return book.get(Budget, Budget.kind, project) is None and book.is_hidden(f"{project}/{Budget.kind}")


def _bill(outcome: Outcome, project: Project) -> Bill | None:
    scenario = outcome.scenario
    before, after = _side(scenario.before, project, {}), _side(scenario.after, project, scenario.idle)
    sides = before, after
    after.other = dict(added((after.other, _of_risks(outcome, project))))
    labour = tuple(_rounded(added(one.sums for one in side.labour.values())) for side in sides)
    other = tuple(_rounded(side.other) for side in sides)
    estimate, approved = _estimate(scenario.before, project, before, after)
    if estimate is None and not any((*labour, *other)):
        return None
    unrated = {name: None for side in sides for one in side.labour.values() for name in one.unrated}
    return Bill(
        project,
        currency_of(scenario.before.book, project),
        (labour[0], labour[1]),
        (other[0], other[1]),
        tuple(unrated) if any(labour) else (),
        estimate,
        approved,
    )


def _side(portfolio: Portfolio, project: Project, idle: Mapping[str, int]) -> _Side:
    side, usual = _Side(), currency_of(portfolio.book, project)
    rates, settled = Rates(portfolio.book, project), portfolio.settled(project.id)
    for entry in rest_of(portfolio.plan(project.id)):
        address = entry.record.address.casefold()
        side.labour[address] = rates.labour(settled, entry, idle.get(address, 0))
        if cost := getattr(entry.record, "cost", None):
            share = Decimal(str(round(1 - entry.progress, 6)))
            currency = cost.currency or usual
            side.other[currency] = side.other.get(currency, _NOTHING) + cost.amount * share
    return side


def _of_risks(outcome: Outcome, project: Project) -> Sums:
    """What those risks are likely to cost that occur in the scenario; opportunities save that."""
    book, then = outcome.scenario.before.book, outcome.scenario.after.book
    usual = currency_of(book, project)
    occurred = {one.id for one in then.of(Risk, project.id) if one.status == "occurred"}
    sums: dict[str, Decimal] = {}
    for risk in book.of(Risk, project.id):
        sign = -1 if risk.nature == "opportunity" else 1
        for effect in risk.affects if risk.is_open and risk.id in occurred else ():
            if effect.extra_cost is not None:
                money = effect.extra_cost.likely
                currency = money.currency or usual
                sums[currency] = sums.get(currency, _NOTHING) + sign * money.amount
    return sums


def _estimate(
    portfolio: Portfolio, project: Project, before: _Side, after: _Side
) -> tuple[tuple[Decimal, Decimal] | None, Decimal | None]:
    """The estimate at completion before and after, with what was approved; nothing without a budget.

    While nothing is spent, the rest is taken to cost what was planned for it.
    """
    cost = portfolio.cost(project.id)
    if cost is None:
        return None, None
    found = cost.forecast
    found = cost.value.estimate_at_completion("atypical") if found is None else found
    if found is None:
        return None, None
    left_for = _left_for(portfolio, project)
    more = less(after.other, before.other).get(cost.currency, _NOTHING)
    for address in sorted(before.labour.keys() | after.labour.keys()):
        old, new = before.labour.get(address), after.labour.get(address)
        more += _of_work(old, new, cost.currency, left_for.get(address, _NOTHING))
    return (_cents(found), _cents(found + more)), cost.approved


def _of_work(old: Labour | None, new: Labour | None, currency: str, left_for: Decimal) -> Decimal:
    """By how much the labour of one task grows; ``left_for`` is what the budget has for a minute of it."""
    sides = [one for one in (old, new) if one is not None and one.minutes]
    if sides and all(not one.unrated and one.sums.keys() == {currency} for one in sides):
        sums = [one.sums[currency] if one and one.minutes else _NOTHING for one in (old, new)]
        return sums[1] - sums[0]
    return left_for * ((new.minutes if new else 0) - (old.minutes if old else 0))


def _left_for(portfolio: Portfolio, project: Project) -> Mapping[str, Decimal]:
    """What the budget has left for a minute of the length of each open task, by its address."""
    cost, settled = portfolio.cost(project.id), portfolio.settled(project.id)
    money = spending(cost, settled) if cost else None
    found = {}
    for entry in rest_of(portfolio.plan(project.id)) if money else ():
        row = row_of(settled, entry)
        if money and row is not None:
            activity = settled.timetable.network.activities[row]
            rate = money.rates.get(activity.key, 0.0) if left(activity) else 0.0
            found[entry.record.address.casefold()] = Decimal(str(rate))
    return found


def _rounded(sums: Sums) -> Sums:
    return {currency: amount for currency in sorted(sums) if (amount := _cents(sums[currency]))}


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT)
