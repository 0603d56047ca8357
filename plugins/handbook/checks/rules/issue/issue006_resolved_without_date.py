"""An issue is resolved, but not since when.

How long issues take is known only if both days are.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  status: resolved  # ISSUE006
  resolution: A faster machine was bought
```

Passes:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  status: resolved
  resolved: 2026-02-20
  resolution: A faster machine was bought
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue

CODE = "ISSUE006"
NAME = "resolved-without-date"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Resolved and closed issues without a day."""
    for issue in open_records(portfolio.book, Issue):
        if not issue.is_open and issue.resolved is None and not is_written(issue, "resolved"):
            message = f"expected the day on which it was {issue.status}, found none"
            yield Fault.at(issue, "status", message=message, cure="write 'resolved:' and the day")
