"""A critical issue does not say what it blocks.

What is critical stops something. Linked, it shows beside the work that waits and beside the dates that are at
risk.

Fails:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: critical  # ISSUE004
  due: 2026-03-20
```

Passes:

```yaml title="apollo/issues.yml"
I-1:
  title: The test machine is too slow
  owner: tom
  severity: critical
  due: 2026-03-20
  blocks: [build]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue

CODE = "ISSUE004"
NAME = "blocked-work-not-linked"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open critical issues that block nothing."""
    for issue in open_records(portfolio.book, Issue):
        critical = issue.is_open and issue.severity == "critical"
        if critical and not issue.blocks and not is_written(issue, "blocks"):
            message = "expected the work that a critical issue blocks, found none"
            yield Fault.at(
                issue, "severity", message=message, cure="write the tasks and milestones under 'blocks:'"
            )
