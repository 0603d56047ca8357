"""A change was approved long ago, and no baseline contains it.

Variances are measured from the baseline. Until it contains what was agreed, they tell of changes that
everybody wanted. Only projects with a baseline are asked.

Fails:

```yaml title="apollo/baselines/B-1.yml"
date: 2026-01-09
entries: {M-1: {start: 2026-05-29, finish: 2026-05-29}}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  impact: {cost: 4k EUR}
  decision: approved
  decided_by: eve
  decided: 2026-01-16  # CHANGE002
```

Passes:

```yaml title="apollo/baselines/B-1.yml"
date: 2026-01-09
entries: {M-1: {start: 2026-05-29, finish: 2026-05-29}}
```

```yaml title="apollo/baselines/B-2.yml"
date: 2026-02-09
changes: [CR-1]
entries: {M-1: {start: 2026-05-29, finish: 2026-05-29}}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  impact: {cost: 4k EUR}
  decision: approved
  decided_by: eve
  decided: 2026-01-16
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.baselines import approved_changes, baselines, is_in_a_baseline
from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete, is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.baseline import Baseline
from handbook.records.record import Part

CODE = "CHANGE002"
NAME = "approved-but-not-in-a-baseline"
SEVERITY = Severity.WARNING


class Options(Part):
    """How soon a baseline must contain it."""

    days: int = Field(30, ge=0, description="Days after the decision.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Approved changes of open projects with a baseline that are in none of them after some days."""
    book = portfolio.book
    for project in open_projects(book):
        if not baselines(book, project.id) or not is_complete(book, project.id, Baseline):
            continue
        for change in approved_changes(book, project.id):
            age = (book.status_date - change.decided).days if change.decided else 0
            known = is_in_a_baseline(book, change) or is_written(change, "applied_in")
            if age > options.days and not known:
                message = f"expected a baseline that contains it within {options.days} days, found none"
                cure = "take one with 'handbook baseline', or write 'applied_in:'"
                yield Fault.at(change, "decided", message=message, cure=cure)
