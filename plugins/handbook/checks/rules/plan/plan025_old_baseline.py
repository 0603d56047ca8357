"""The baseline was taken long ago.

Comparing with what was agreed a year and many changes ago tells little. Confirm it, or agree on a new one.

Fails:

```yaml title="apollo/baselines/2024-12.yml"
date: 2024-12-02  # PLAN025
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

Passes:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.record import Part

CODE = "PLAN025"
NAME = "old-baseline"
SEVERITY = Severity.INFO


class Options(Part):
    """What is old."""

    days: int = Field(365, ge=1, description="Age in days.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Baselines that hold in open projects and are older than the limit."""
    for project in open_projects(portfolio.book):
        baseline = portfolio.baseline(project.id)
        age = (portfolio.status_date - baseline.date).days if baseline else 0
        if baseline and age > options.days:
            message = f"expected a baseline of the last {options.days} days, found one of {baseline.date}"
            cure = "agree on a new one, and take it with 'handbook baseline'"
            yield Fault.at(baseline, "date", message=message, cure=cure)
