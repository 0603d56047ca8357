"""The work that is done should have been done much earlier: SPI(t) is low.

SPI(t) is the time by which as much was to be earned as is earned now, over the time that passed (earned
schedule, Lipke 2003). Other than SPI it does not end well for a project that ends late.

Fails:

```yaml title="apollo/budget.yml"
total: 120k EUR  # COST011
lines:
  L-1:
    title: Development
    planned: 120k EUR
    wbs: [design, build]
    profile: {2026-01: 80k EUR, 2026-02: 40k EUR}
```

Passes:

```yaml title="apollo/budget.yml"
total: 120k EUR
lines:
  L-1:
    title: Development
    planned: 120k EUR
    wbs: [design, build]
    profile: {2026-01: 30k EUR, 2026-02: 30k EUR, 2026-03: 60k EUR}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.budgets import below, costs
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Percent

CODE = "COST011"
NAME = "low-schedule-efficiency"
SEVERITY = Severity.WARNING


class Options(Part):
    """How low the index may be, and from when on it is asked."""

    least: Percent = Field(0.9, description="The least index, in percent: 90% is 0.9.")
    done: Percent = Field(0.2, description="The share of the work from which on it is asked.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Budgets whose SPI(t) is below the limit, once enough of the work is done."""
    for costed in costs(portfolio):
        schedule = costed.cost.schedule
        index = schedule.schedule_performance_index if schedule else None
        if schedule is not None and below(costed, index, options.least, options.done):
            found = f"{index:.3f}: {schedule.earned:.1f} months earned in {schedule.actual_time:.1f}"
            message = f"expected an SPI(t) of at least {options.least:.2f}, found {found}"
            path = ("total",) if costed.of.budget.total else ()
            yield Fault.at(
                costed.of.budget, *path, message=message, cure="replan the rest, and agree on new dates"
            )
