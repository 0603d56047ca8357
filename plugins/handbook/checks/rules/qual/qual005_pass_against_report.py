"""A criterion has passed, and its test report says that tests failed.

One of the two is wrong. Often the report was written anew after the criterion was judged: then the criterion
holds no longer.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders, evidence: reports/load.xml, result: pass, by: tom, on: 2026-02-24}  # QUAL005
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
      load: {text: 500 orders, evidence: reports/load.xml, result: pass, by: tom, on: 2026-02-24}
```

```xml title="../reports/load.xml"
<testsuite name="load" tests="120" failures="0" timestamp="2026-02-24T10:00:00"/>
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import criteria, reports
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL005"
NAME = "pass-against-report"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Reports with failures that are the evidence of criteria that passed."""
    for criterion in criteria(portfolio.book):
        for at, evidence, results in reports(portfolio.book, criterion):
            if criterion.result == "pass" and results.failed:
                message = f"expected a report without failures, found {results} in {evidence.path}"
                cure = "run the tests again, or write 'result: fail'"
                yield Fault.at(criterion, "evidence", at, message=message, cure=cure)
