"""A criterion has passed on a report in which no test ran.

An empty report has no failure, and neither has one of which every test was skipped. It shows that a tool was
started and nothing else.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders, evidence: reports/load.xml, result: pass, by: tom, on: 2026-02-24}  # QUAL007
```

```xml title="../reports/load.xml"
<testsuite name="load" tests="2" skipped="2"/>
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders, evidence: reports/load.xml, result: pass, by: tom, on: 2026-02-24}
```

```xml title="../reports/load.xml"
<testsuite name="load" tests="2" skipped="1"/>
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import criteria, reports
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL007"
NAME = "report-proves-nothing"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Reports without a test that ran, as the evidence of criteria that passed."""
    for criterion in criteria(portfolio.book):
        for at, evidence, results in reports(portfolio.book, criterion):
            if criterion.result == "pass" and not results.ran:
                found = f"{results.tests} skipped" if results.tests else "none"
                message = f"expected tests that ran in {evidence.path}, found {found}"
                yield Fault.at(criterion, "evidence", at, message=message, cure="run the tests again")
