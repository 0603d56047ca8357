"""An issue is resolved, and nobody wrote how.

The next one who meets it starts from nothing.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  status: resolved  # ISSUE007
  resolved: 2026-02-20
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

CODE = "ISSUE007"
NAME = "resolved-without-resolution"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Resolved issues without a resolution."""
    for issue in open_records(portfolio.book, Issue):
        if issue.status == "resolved" and not issue.resolution and not is_written(issue, "resolution"):
            message = "expected how it was resolved, found nothing"
            yield Fault.at(issue, "status", message=message, cure="write 'resolution:' and what was done")
