"""A criterion was judged, and it does not say how.

Review, analysis, inspection or test (ISO/IEC/IEEE 29148): a service that somebody has looked at is another
thing than one that was tried.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, result: fail, by: tom, on: 2026-02-24}  # QUAL018
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, method: test, result: fail, by: tom, on: 2026-02-24}
      runbook: The operators have accepted the runbook
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import criteria
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL018"
NAME = "judged-without-method"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Criteria that passed or failed and have no method."""
    for criterion in criteria(portfolio.book):
        if criterion.method is None and criterion.result in ("pass", "fail"):
            message = "expected review, analysis, inspection or test as the method, found none"
            yield Fault.at(criterion, "result", message=message, cure="write 'method:' and one of them")
