"""A severe issue has no owner.

Everybody knows of it, and everybody thinks that somebody else takes care of it.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  severity: high  # ISSUE001
  due: 2026-03-20
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

CODE = "ISSUE001"
NAME = "severe-without-owner"
SEVERITY = Severity.ERROR

_SEVERE = ("high", "critical")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open issues of high or critical severity without an owner."""
    for issue in open_records(portfolio.book, Issue):
        if issue.is_open and issue.severity in _SEVERE and not issue.owner and not is_written(issue, "owner"):
            message = f"expected an owner of an issue of {issue.severity} severity, found none"
            yield Fault.at(issue, "severity", message=message, cure="write 'owner:' and who takes care of it")
