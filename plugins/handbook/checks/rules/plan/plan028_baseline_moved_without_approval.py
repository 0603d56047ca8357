"""A baseline has other dates, effort or cost than the one before it, and no approved change led to it.

Whoever takes a new baseline whenever work is late is never late. What was agreed changes with a change
request that is approved; `handbook baseline` names those that it contains under `changes`.

Fails:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-15, finish: 2026-05-15}
```

```yaml title="apollo/baselines/2026-02.yml"
date: 2026-02-16  # PLAN028
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

Passes:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-15, finish: 2026-05-15}
```

```yaml title="apollo/baselines/2026-02.yml"
date: 2026-02-16
changes: CR-1
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  impact: {time: 10d}
  changes: [{record: M-1, field: due, from: 2026-05-15, to: 2026-05-29}]
  decision: approved
  decided_by: eve
  decided: 2026-02-16
  applied_in: 2026-02
```
"""

from collections.abc import Iterator
from itertools import pairwise

from handbook.analysis.baselines import approved_for, baselines, differing
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import figure
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "PLAN028"
NAME = "baseline-moved-without-approval"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Baselines of open projects that differ from the one before and contain no approved change."""
    book = portfolio.book
    for project in open_projects(book):
        for before, after in pairwise(baselines(book, project.id)):
            moved = differing(before, after)
            if moved and not any(approved_for(book, after)):
                expected = f"expected an approved change that led to baseline {after.id}, found none"
                told = figure(len(moved), "entry", "entries")
                message = f"{expected}, and {told} otherwise than in {before.id}"
                cure = "name it under 'changes:', or go by the baseline before"
                yield Fault.at(after, "date", message=message, cure=cure)
