"""A risk has occurred, and no issue tells what is done about it.

A risk that has occurred is no longer a risk but an issue, with an owner and a date.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: occurred  # RISK007
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: occurred
```

```yaml title="apollo/issues.yml"
I-1: {title: The supplier is gone, owner: ana, from_risk: R-1}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.risk import Risk

CODE = "RISK007"
NAME = "occurred-without-issue"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Occurred risks that no issue came from, in open projects that were read as a whole."""
    book = portfolio.book
    for risk in open_records(book, Risk):
        if risk.status != "occurred" or not is_complete(book, risk.project, Issue):
            continue
        if not any(citation.path == ("from_risk",) for citation in book.citations(risk)):
            message = f"expected an issue that comes from '{risk.id}', found none"
            yield Fault.at(risk, "status", message=message, cure=f"add one with 'from_risk: {risk.id}'")
