"""An issue was to be resolved by now and is not.

Resolve it, or agree on a day that can be kept, or escalate it.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-02-20  # ISSUE003
```

Passes:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue

CODE = "ISSUE003"
NAME = "overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open issues whose due day has passed."""
    day = portfolio.status_date
    for issue in open_records(portfolio.book, Issue):
        if issue.is_open and issue.due and issue.due < day:
            message = f"expected to be resolved by {issue.due}, found it {issue.status}"
            yield Fault.at(issue, "due", message=message, cure="write 'resolved:', or agree on a new day")
