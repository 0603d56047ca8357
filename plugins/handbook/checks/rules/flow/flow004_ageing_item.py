"""An item has been in progress for longer than was expected of any.

The older an item grows, the less likely it is to be finished soon: something stands in its way. It is
measured by the expectation of the backlog; without one, by what 85% of the finished items did not exceed,
once there are ten.

Fails:

```yaml title="apollo/backlog.yml"
expectation: {days: 10}
items:
  PB-1:
    title: Order an article
    started: 2026-02-09  # FLOW004
```

Passes:

```yaml title="apollo/backlog.yml"
expectation: {days: 10}
items:
  PB-1:
    title: Order an article
    started: 2026-02-23
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.agile.cycle_time import CycleTimes, cycle_times
from handbook.analysis.agile.work import Work
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Units

CODE = "FLOW004"
NAME = "ageing-item"
SEVERITY = Severity.INFO


class Options(Part):
    """What is old where nothing is expected."""

    share: Units = Field(0.85, description="The share of finished items that took no longer: 85%.")
    items: int = Field(10, ge=1, description="How many items must be finished before anything is old.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Items in progress in open projects that are older than the limit."""
    for project in open_projects(portfolio.book):
        work = portfolio.backlog(project.id)
        found = cycle_times(work) if work else None
        most = _most(work, found, options) if work and found else None
        for one in found.ageing if found else ():
            if most is not None and one.age > most and not one.item.withheld:
                message = f"expected it to take at most {most} days, found it begun {one.age} days ago"
                cure = "find out what stands in its way, or make it smaller"
                yield Fault.at(one.item, "started", message=message, cure=cure)


def _most(work: Work, found: CycleTimes, options: Options) -> int | None:
    if work.backlog.expectation:
        return work.backlog.expectation.days
    return found.at(options.share) if len(found.days) >= options.items else None
