"""The budget: for each line what is planned, spent, committed and left; reserves, funding, the forecast.

```handbook
view: budget
details: true
```
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pydantic import Field

from handbook.analysis.account import Account
from handbook.analysis.cost import Cost
from handbook.analysis.words import capital, count
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.project import Project
from handbook.records.types.money import Money
from handbook.views import view
from handbook.views.block.block import Block, Column, Heading, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Light, Note, Phrase
from handbook.views.detail.budget import actuals, budget_in_full, commitments, drawn, funding
from handbook.views.detail.common import ending
from handbook.views.drawings.stacks import Stack, Stacks, Stretch, narrow, wide
from handbook.views.money import figure
from handbook.views.naming import missing, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_NOTHING = Decimal(0)
_LEGEND: Phrase = ("bar: spent · striped: committed · line: planned",)


class Options(view.Options):
    """How much of the budget is told."""

    details: bool = Field(
        False, description="Whether reserves, funding, commitments and each entry stand beneath."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence, the picture with the lines, the rest; what the record says if it cannot be added up."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    budget = ground.book.get(Budget, Budget.kind, charter.id)
    if budget is None:
        no = "no budget is recorded: add it in"
        is_hidden = ground.book.is_hidden(Budget.kind, charter.id)
        return () if is_hidden else (missing(charter, no, "budget.yml"),)
    cost = ground.portfolio.cost(charter.id)
    if cost is None:
        return tuple(budget_in_full(ground, budget, 4))
    told = _details(ground, budget, cost) if options.details else ()
    return (*_sentence(ground, charter, cost), *_lines(ground, cost), *told)


def _sentence(ground: Ground, charter: Project, cost: Cost) -> Iterator[Block]:
    """How much is spent of what was approved, and what all of it will have cost."""
    spent, approved = cost.value.actual_cost, cost.approved
    share = f", {spent / approved:.0%} of the budget" if approved > _NOTHING else ""
    verdict = ground.portfolio.health(charter.id).dimensions["cost"]
    first = f"{_sum(cost, spent)} spent{share}; "
    yield Paragraph((first, Light(verdict.colour, f"{verdict.reason}.")), lead=True)


def _lines(ground: Ground, cost: Cost) -> Iterator[Block]:
    accounts = [one for one in cost.accounts if one.line or one.budget or one.spent or one.committed]
    if not accounts:
        return
    columns = (
        Column("Line"),
        Column(f"Planned, {cost.currency}", "right"),
        *(Column(title, "right") for title in ("Spent", "Committed", "Left")),
        Column("Work done", "right", minor=True),
    )
    title = "Lines of the budget"
    over = sum(1 for one in accounts if _left(one) < _NOTHING)
    said = f"{capital(count(len(accounts), 'line'))} with what is planned, spent and committed; {over} over."
    stacks = Stacks(title, said, [_stack(one) for one in accounts], cost.currency)
    twin = Table(columns, [*(_row(ground, one) for one in accounts), _total(cost, accounts)], title)
    yield Picture(wide(stacks), title, said, twin, narrow(stacks), _LEGEND, folded=False, name="stacks")


def _left(account: Account) -> Decimal:
    """What is left of a line when all that is committed is paid; negative if it was not enough."""
    return account.budget - account.spent - account.committed


def _row(ground: Ground, account: Account) -> Row:
    line = account.line
    category: Phrase = (Note(line.category),) if line and line.category else ()
    name: Phrase = titled(ground, line) if line else ("In no line",)
    share = account.earned / account.budget if account.earned is not None and account.budget else None
    cells = (
        (*name, *category),
        *((figure(one),) for one in (account.budget, account.spent, account.committed)),
        _rest(_left(account)),
        (f"{share:.0%}",) if share is not None and account.tasks else (),
    )
    return Row(cells, anchor=line.address if line else "")


def _rest(amount: Decimal) -> Phrase:
    """What is left; with a sign if more is gone than there was."""
    return (Light("red", figure(amount)),) if amount < _NOTHING else (figure(amount),)


def _total(cost: Cost, accounts: Sequence[Account]) -> Row:
    sums = [
        sum((getattr(one, name) for one in accounts), _NOTHING) for name in ("budget", "spent", "committed")
    ]
    earned = cost.value.earned_value
    done: Phrase = (f"{earned / sums[0]:.0%}",) if earned is not None and sums[0] else ()
    cells = (("All lines",), *((figure(one),) for one in sums), _rest(sums[0] - sums[1] - sums[2]), done)
    return Row(cells, strong=True)


def _stack(account: Account) -> Stack:
    rest = _left(account)
    note = f"{figure(rest)} left" if rest >= _NOTHING else f"■ {figure(-rest)} over"
    parts = (Stretch(float(account.spent), "done"), Stretch(float(account.committed), "stripes"))
    name = f"{account.line.label}" if account.line else "In no line"
    return Stack(name, parts, float(account.budget), note, "red" if rest < _NOTHING else "")


def _details(ground: Ground, budget: Budget, cost: Cost) -> Iterator[Block]:
    yield from _reserves(cost)
    yield from drawn(ground, budget)
    for title, blocks in (("Funding", funding), ("Commitments", commitments)):
        told = tuple(blocks(ground, budget))
        yield from (Heading((title,)), *told) if told else ()
    yield from actuals(ground, budget)
    yield from ending(ground, budget, 4)


def _reserves(cost: Cost) -> Iterator[Block]:
    base = cost.base
    reserves = (
        ("Contingency", base.contingency, base.contingency_drawn, base.contingency_left),
        ("Management reserve", base.management, base.management_drawn, base.management_left),
    )
    rows = [
        Row(((name,), (figure(whole),), (figure(taken),), _rest(rest)))
        for name, whole, taken, rest in reserves
        if whole or taken
    ]
    if rows:
        titles = (f"Set aside, {cost.currency}", "Taken", "Left")
        columns = (Column("Reserve"), *(Column(title, "right") for title in titles))
        yield from (Heading(("Reserves",)), Table(columns, rows, "Reserves"))


def _sum(cost: Cost, amount: Decimal) -> str:
    return str(Money(amount.quantize(Decimal(1)), cost.currency))
