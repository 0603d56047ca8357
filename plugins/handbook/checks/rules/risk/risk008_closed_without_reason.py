"""A risk was closed, and nobody wrote why.

When the question comes up again, the answer is lost.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: closed  # RISK008
  closed: 2026-02-20
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: closed
  closed: 2026-02-20
  reason: The contract has ended
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK008"
NAME = "closed-without-reason"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Closed risks without a reason, in open projects."""
    for risk in open_records(portfolio.book, Risk):
        if risk.status == "closed" and not risk.reason and not is_written(risk, "reason"):
            message = "expected a reason for closing it, found none"
            yield Fault.at(
                risk, "status", message=message, cure="write 'reason:' and why it can no longer occur"
            )
