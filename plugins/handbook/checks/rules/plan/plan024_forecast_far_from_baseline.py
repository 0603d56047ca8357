"""Forecasts are far from the baseline.

A variance is no fault: it is what the baseline is for. A large one asks for a decision: catch up, or agree on
a new baseline.

Fails:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  build: {start: 2026-01-19, finish: 2026-02-13}
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}  # PLAN024
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

Passes:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  build: {start: 2026-03-02, finish: 2026-03-20}
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.variance import Variance
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.record import Part

CODE = "PLAN024"
NAME = "forecast-far-from-baseline"
SEVERITY = Severity.INFO


class Options(Part):
    """How late is far."""

    days: int = Field(10, ge=0, description="Working days by which a task may finish after its baseline.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """The latest of the tasks to be done that are late against the baseline, of each open project."""
    for project in planned_projects(portfolio.book):
        baseline = portfolio.baseline(project.id)
        late = [one for one in portfolio.variances(project.id) if _is_late(one, options.days)]
        if late and baseline:
            worst = max(late, key=lambda one: one.finish)
            expected = f"expected forecasts within {options.days} working days of baseline {baseline.id}"
            found = f"found {len(late)} later, '{worst.entry.record.id}' by {worst.finish} days"
            cure = "catch up, or agree on a new baseline"
            yield Fault.at(worst.entry.record, message=f"{expected}, {found}", cure=cure)


def _is_late(one: Variance, days: int) -> bool:
    """Milestones are left out: their baseline is the promise, which has rules of its own."""
    entry = one.entry
    return one.finish > days and entry.state != "done" and not entry.summary and not entry.is_milestone
