"""Date and cost together: what the project may cost, against when it may be finished.

Each dot is one run. The green quadrant holds those that keep both.

```handbook
view: cost-time
```
"""

from collections.abc import Sequence
from decimal import Decimal

from handbook.analysis.forecast.forecast import CostOutlook, Forecast
from handbook.analysis.forecast.wording import chance, money_basis
from handbook.analysis.words import dated
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Phrase, Strong
from handbook.views.drawings.scatter import Dot, Scatter, narrow, wide
from handbook.views.money import figure
from handbook.views.naming import label
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A sentence and a picture with its table; nothing without money that the reader may see."""
    charter = ground.charter(options)
    found = ground.portfolio.forecast(charter.id) if charter else None
    if charter is None or found is None or found.cost is None:
        return ()
    cost, title = found.cost, f"Cost and finish of {label(charter)}"
    scatter = Scatter(
        title,
        _description(cost),
        [Dot(*point) for point in cost.points],
        cost.by,
        cost.limit,
        _corners(found, cost),
        cost.currency,
    )
    limits = f"{dated(cost.by)} and " if cost.by else ""
    signs = (
        f"The broken lines are {limits}{_limit(cost)}. Each dot is one of {len(cost.points)} runs. "
        f"The cost is counted {money_basis(cost)}.",
    )
    return (
        Paragraph(_sentence(cost), lead=True),
        Picture(
            wide(scatter),
            title,
            scatter.description,
            _table(cost, title),
            narrow(scatter),
            signs,
            name="scatter",
        ),
    )


def _limit(cost: CostOutlook) -> str:
    return "what was planned" if cost.budget is None else "the approved budget"


def _sum(cost: CostOutlook, value: float) -> str:
    return f"{figure(Decimal(str(value)))}\u00a0{cost.currency}"


def _sentence(cost: CostOutlook) -> Phrase:
    both = ""
    if cost.by and cost.together is not None:
        both = f", and with the finish by {dated(cost.by)} with a chance of {chance(cost.together)}"
    what = "The work that is left is 80% sure to cost" if cost.budget is None else "80% sure to cost"
    limit = "planned cost" if cost.budget is None else "budget"
    day, sum_ = cost.safe
    return (
        f"{what} no more than ",
        Strong(_sum(cost, cost.p80)),
        f". The {limit} of {_sum(cost, cost.limit)} is kept with a chance of {chance(cost.chance)}{both}. "
        f"80% of the runs are done by {dated(day)} for no more than {_sum(cost, sum_)}.",
    )


def _description(cost: CostOutlook) -> str:
    return (
        f"Half of the runs cost no more than {_sum(cost, cost.p50)}, 80% no more than "
        f"{_sum(cost, cost.p80)}; {_limit(cost)} is {_sum(cost, cost.limit)}."
    )


def _corners(found: Forecast, cost: CostOutlook) -> tuple[str, str, str, str]:
    """In each quadrant, the share of runs in it."""
    if cost.by is None or cost.together is None:
        return chance(1 - cost.chance), "", chance(cost.chance), ""
    days = found.finish
    in_time = sum(share for day, share in days.days if day <= cost.by)
    in_time = days.chance if days.due == cost.by and days.chance is not None else in_time
    shares = (
        max(in_time - cost.together, 0.0),
        max(1 - in_time - cost.chance + cost.together, 0.0),
        cost.together,
        max(cost.chance - cost.together, 0.0),
    )
    over_in_time, over_late, both, within_late = (chance(share) for share in shares)
    limit = "plan" if cost.budget is None else "budget"
    return (
        f"in time, over {limit} {over_in_time}",
        f"late and over {limit} {over_late}",
        f"both kept {both}",
        f"late, within {limit} {within_late}",
    )


def _table(cost: CostOutlook, title: str) -> Table:
    with_spent = "As planned" if cost.spent is None else "As planned, with what is spent"
    rows = [
        *(() if cost.spent is None else (Row((("Spent so far",), (_sum(cost, cost.spent),))),)),
        Row(((with_spent,), (_sum(cost, cost.planned),))),
        *(
            Row(((f"{share}% sure to cost no more than",), (_sum(cost, getattr(cost, f"p{share}")),)))
            for share in (10, 50, 80, 90)
        ),
        *(() if cost.budget is None else (Row((("Approved budget",), (_sum(cost, cost.budget),))),)),
        Row(((f"Chance to keep {_limit(cost)}",), (chance(cost.chance),))),
    ]
    if cost.by and cost.together is not None:
        rows.append(
            Row(((f"Chance to keep it and to finish by {dated(cost.by)}",), (chance(cost.together),)))
        )
    day, sum_ = cost.safe
    rows.append(Row(((f"80% sure together with {dated(day)}",), (_sum(cost, sum_),))))
    return Table((Column("Cost"), Column("Figure", "right")), rows, title)
