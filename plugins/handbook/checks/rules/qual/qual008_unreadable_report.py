"""The test report that a criterion names cannot be read.

Its result is not known: the file was cut off, is no XML, is larger than reports may be, or declares what a
report has no use for. XML that is no test report is evidence like any other file.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, evidence: reports/load.xml}  # QUAL008
```

```xml title="../reports/load.xml"
<testsuite name="load" tests="120">
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      load: {text: 500 orders a minute, evidence: reports/load.xml}
```

```xml title="../reports/load.xml"
<protocol>500 orders a minute for an hour.</protocol>
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import criteria, pieces
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL008"
NAME = "unreadable-report"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Evidence that may be a report, and cannot be read."""
    for criterion in criteria(portfolio.book):
        for at, evidence in pieces(portfolio.book, criterion):
            if evidence.found == "file" and evidence.fault:
                message = f"expected a test report in {evidence.path}, found {evidence.fault}"
                yield Fault.at(criterion, "evidence", at, message=message, cure="write the report again")
