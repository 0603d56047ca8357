"""Nothing says when a milestone will be reached.

It waits for no task and has no forecast by hand, so it can be neither early nor late, and its promise is only
a wish.

Fails:

```yaml title="apollo/plan.yml"
milestones:
  M-1:  # PLAN019
    title: Go-live
    due: 2026-05-29
```

Passes:

```yaml title="apollo/plan.yml"
milestones:
  M-1:
    title: Go-live
    due: 2026-05-29
    expected: 2026-05-29
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity

CODE = "PLAN019"
NAME = "milestone-without-work"
SEVERITY = Severity.WARNING

_FIELDS = ("after", "expected", "reached")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Milestones of open projects that neither the plan nor a record gives a date."""
    for project in planned_projects(portfolio.book):
        for promise in portfolio.promises(project.id):
            milestone = promise.milestone
            if promise.outcome == "unplanned" and not any(is_written(milestone, field) for field in _FIELDS):
                message = f"expected work before '{milestone.id}', or a forecast of it, found neither"
                cure = "write what it waits for under 'after:', or a date under 'expected:'"
                yield Fault.at(milestone, message=message, cure=cure)
