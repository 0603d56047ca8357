"""Tests fail that a criterion needs to pass.

The criterion is still open, so nothing is lost yet. But the gate cannot be passed until these tests do, and
somebody should know it before the day of the gate.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, method: test, evidence: reports/load.xml}  # QUAL006
```

```xml title="../reports/load.xml"
<testsuite name="load" tests="120" failures="3" timestamp="2026-02-24T10:00:00"/>
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, evidence: reports/load.xml, result: fail, by: tom, on: 2026-02-24}
```

```xml title="../reports/load.xml"
<testsuite name="load" tests="120" failures="3" timestamp="2026-02-24T10:00:00"/>
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import criteria, reports
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL006"
NAME = "failing-report"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Reports with failures that are the evidence of open criteria."""
    for criterion in criteria(portfolio.book):
        for at, evidence, results in reports(portfolio.book, criterion):
            if criterion.result == "open" and results.failed:
                message = f"expected a report without failures, found {results} in {evidence.path}"
                cure = "put right what fails, or write 'result: fail'"
                yield Fault.at(criterion, "evidence", at, message=message, cure=cure)
