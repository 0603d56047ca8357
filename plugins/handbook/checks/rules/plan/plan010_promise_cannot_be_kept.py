"""A milestone is promised for a day on which it cannot be reached.

The work before it takes longer than there is time. Say so to those it was promised to while they can still do
something about it.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1:
    title: Go-live
    after: [build]
    due: 2026-03-13  # PLAN010
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1:
    title: Go-live
    after: [build]
    due: 2026-04-30
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity

CODE = "PLAN010"
NAME = "promise-cannot-be-kept"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Milestones ahead in open projects that are expected after they were promised."""
    for project in planned_projects(portfolio.book):
        for promise in portfolio.promises(project.id):
            if (
                promise.outcome == "open"
                and promise.due
                and promise.expected
                and promise.expected > promise.due
            ):
                message = f"expected to be reached by {promise.due}, found a forecast of {promise.expected}"
                cure = "shorten what leads to it, or agree on a new date"
                yield Fault.at(promise.milestone, "due", message=message, cure=cure)
