"""A calendar leaves no time to do the work in.

A calendar without working days, or one that ends in holidays, cannot hold the work that is planned in it.
Usually its hours or its holidays are mistyped.

Fails:

```yaml title="calendars.yml"
never: {work: {mon: free}}
```

```yaml title="apollo/plan.yml"
tasks:
  build:  # PLAN003
    title: Build the service
    duration: 20d
    calendar: never
```

Passes:

```yaml title="calendars.yml"
short: {work: {mon: '9:00-12:00'}}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    calendar: short
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "PLAN003"
NAME = "no-working-time"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The calendars of open projects in which planning found no time."""
    for project in open_projects(portfolio.book):
        for fault in portfolio.plan(project.id).faults:
            if fault.kind == "no-working-time":
                record = fault.records[0] if fault.records else project
                message = f"expected a calendar with working time: {fault.text}"
                yield Fault.at(
                    record, message=message, cure="add working days to the calendar, or name another"
                )
