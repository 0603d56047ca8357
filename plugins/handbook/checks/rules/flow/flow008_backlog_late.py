"""What a task, a milestone or a deliverable needs of the backlog will probably not be done in time.

The pace of the last weeks, drawn from again and again, gets to the last of its items later than that. Take
something out, move it forward, or agree on another date. It is measured by what was promised: the due date of
a milestone or a deliverable, the deadline of a task; without one by the plan. Without three whole weeks of
work there is no forecast, and nothing is said.

Fails:

```yaml title="apollo/plan.yml"
milestones:
  M-1: {title: Go-live, due: 2026-03-13}
```

```yaml title="apollo/backlog.yml"
for: M-1  # FLOW008
items:
  PB-1: {title: Find an article, started: 2026-02-02, finished: 2026-02-09}
  PB-2: {title: Order an article, started: 2026-02-09, finished: 2026-02-18}
  PB-3: {title: Pay an article, started: 2026-02-18, finished: 2026-02-27}
  PB-4: Cancel an order
  PB-5: Send it back
  PB-6: Complain
  PB-7: Praise
```

Passes:

```yaml title="apollo/plan.yml"
milestones:
  M-1: {title: Go-live, due: 2026-06-30}
```

```yaml title="apollo/backlog.yml"
for: M-1
items:
  PB-1: {title: Find an article, started: 2026-02-02, finished: 2026-02-09}
  PB-2: {title: Order an article, started: 2026-02-09, finished: 2026-02-18}
  PB-3: {title: Pay an article, started: 2026-02-18, finished: 2026-02-27}
  PB-4: Cancel an order
  PB-5: Send it back
  PB-6: Complain
  PB-7: Praise
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.agile.targets import Target
from handbook.analysis.agile.work import Work
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Percent

CODE = "FLOW008"
NAME = "backlog-late"
SEVERITY = Severity.WARNING


class Options(Part):
    """What is probable enough."""

    chance: Percent = Field(0.5, description="The chance to be done in time that is asked for: 50%.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Backlogs of open projects that will be done in time with less than the chance that is asked for."""
    for project in planned_projects(portfolio.book):
        work = portfolio.backlog(project.id)
        for target in portfolio.backlog_targets(project.id) if work else ():
            chance = target.chance
            if work and chance is not None and chance < options.chance and not target.record.withheld:
                yield _fault(work, target, chance, options)


def _fault(work: Work, target: Target, chance: float, options: Options) -> Fault:
    left = target.forecast.remaining
    expected = f"expected a chance of at least {options.chance:.0%} to finish {left} items by {target.needed}"
    message = f"{expected}, for '{target.record.id}', found {chance:.0%}"
    cure = "take items out, move them forward, or agree on another date"
    field = ("for",) if work.backlog.for_ else ()
    return Fault.at(work.backlog, *field, message=message, cure=cure)
