"""Earned value: what was planned, earned and spent month by month, where that leads, and each account.

```handbook
view: earned-value
by: category
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.accounts import By, put_together
from handbook.analysis.cost import Cost
from handbook.analysis.words import capital
from handbook.views import view
from handbook.views.block.block import Block, Heading, Paragraph
from handbook.views.value.curves import indices, sums
from handbook.views.value.tables import INDICES, SUMS, by_account, by_month, estimates, key
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """What stands beneath the pictures."""

    by: By = Field(
        "account", description="Whether a row is an `account`, a `category` of cost, or `work`: a top task."
    )
    accounts: bool = Field(True, description="Whether estimates and accounts stand beneath the pictures.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The sentence, the curves, the indices, estimates and accounts; nothing if no money is spread."""
    charter = ground.charter(options)
    cost = ground.portfolio.cost(charter.id) if charter else None
    if charter is None or cost is None or not cost.months:
        return ()
    plan, months = ground.portfolio.plan(charter.id), ground.portfolio.earned_trend(charter.id)
    finish = cost.finish.last if cost.finish else plan.finish
    twin, ratios = (by_month(ground, cost, months, signs) for signs in (SUMS, INDICES))
    trend = indices(cost, months, ground.status_date, ratios)
    blocks: list[Block] = [
        Paragraph((_sentence(cost),), lead=True),
        sums(cost, months, ground.status_date, finish, twin),
        *([trend] if trend else []),
    ]
    if options.accounts:
        groups = put_together(cost, plan, options.by)
        if cost.value.earned_value is not None:
            blocks += [Heading(("Estimates at completion",)), estimates(cost)]
        blocks += [Heading(("By account",)), by_account(ground, cost, groups)]
        blocks.append(Paragraph((f"{cost.currency}. {key()}",), quiet=True))
    return tuple(blocks)


def _sentence(cost: Cost) -> str:
    """How much is done, and what money and time have earned."""
    if cost.value.earned_value is None:
        return "Some of the work is not shown here, so what is earned cannot be told."
    share = cost.value.share_done
    said = f"{share:.0%} of the work is done" if share is not None else "no money is planned"
    cpi = cost.value.cost_performance_index
    spi = cost.schedule.schedule_performance_index if cost.schedule else None
    if cpi is not None:
        said += f"; each {cost.currency} spent has earned {cpi:.2f}"
    if spi is not None:
        said += f"; each month that passed has earned {spi:.2f} months of the plan"
    return f"{capital(said)}."
