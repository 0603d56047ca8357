"""An issue was escalated, but to nobody.

Nobody above knows that it is their turn.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  status: escalated  # ISSUE008
```

Passes:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: high
  due: 2026-03-20
  status: escalated
  escalated_to: eve
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue

CODE = "ISSUE008"
NAME = "escalated-to-nobody"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Escalated issues that name nobody who decides."""
    for issue in open_records(portfolio.book, Issue):
        if issue.status == "escalated" and not issue.escalated_to and not is_written(issue, "escalated_to"):
            message = "expected the one it was escalated to, found nobody"
            yield Fault.at(issue, "status", message=message, cure="write 'escalated_to:' and who decides now")
