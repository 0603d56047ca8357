"""A constraint asks for a date that the work before it does not allow.

The plan keeps the date of the constraint, as if the work before it did not exist. Either the date must move
or the work before it must be done sooner.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 40d}
  build:
    title: Build the service
    duration: 20d
    after: [design]
    constraint: {type: MSO, date: 2026-03-09}  # PLAN002
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  design: {title: Design the service, duration: 40d}
  build:
    title: Build the service
    duration: 20d
    after: [design]
    constraint: {type: SNET, date: 2026-03-09}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.planned import notes
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity

CODE = "PLAN002"
NAME = "constraint-conflict"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The constraints that planning could not keep in open projects."""
    for project in planned_projects(portfolio.book):
        for fault in portfolio.plan(project.id).faults:
            if fault.kind == "conflict":
                cure = "choose a later date, or remove the constraint"
                message = f"expected a date that can be kept: {fault.text}"
                path, links = ("constraint", "date"), notes(fault)
                yield Fault.at(fault.records[0], *path, message=message, cure=cure, notes=links)
