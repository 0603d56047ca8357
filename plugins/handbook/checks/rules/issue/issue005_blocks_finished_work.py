"""An issue blocks work that is done.

It blocks it no longer, or the work is not done.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  blocks: [design]  # ISSUE005
```

Passes:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  blocks: [build]
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.record import Record

CODE = "ISSUE005"
NAME = "blocks-finished-work"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Finished tasks and reached milestones that open issues say they block."""
    for issue in open_records(portfolio.book, Issue):
        for at, blocked in enumerate(issue.blocks if issue.is_open else ()):
            if done := _done(portfolio.book.find(blocked, issue.project)):
                message = f"expected work that is not done, found '{blocked}', which was done on {done}"
                yield Fault.at(issue, "blocks", at, message=message, cure="remove it, or close the issue")


def _done(record: Record | None) -> date | None:
    """When a task or milestone was done; None if it was not, or is something else."""
    if isinstance(record, Task):
        return record.finished
    return record.reached if isinstance(record, Milestone) else None
