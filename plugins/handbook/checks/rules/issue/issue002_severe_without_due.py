"""A severe issue has no day by which it is to be resolved.

Without one nobody can tell whether it takes too long.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high  # ISSUE002
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
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue

CODE = "ISSUE002"
NAME = "severe-without-due"
SEVERITY = Severity.WARNING

_SEVERE = ("high", "critical")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open issues of high or critical severity without a due date."""
    for issue in open_records(portfolio.book, Issue):
        if issue.is_open and issue.severity in _SEVERE and not issue.due and not is_written(issue, "due"):
            message = f"expected a due day of an issue of {issue.severity} severity, found none"
            yield Fault.at(
                issue, "severity", message=message, cure="write 'due:' and by when it is to be resolved"
            )
