"""The day on which a risk was to show itself has passed, and it is still open.

By now it is known whether it has occurred.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  trigger: 2026-02-20  # RISK006
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  trigger: 2026-03-20
```
"""

from collections.abc import Iterator
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK006"
NAME = "trigger-passed"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open risks with a trigger that is a date before the status date."""
    day = portfolio.status_date
    for risk in open_records(portfolio.book, Risk):
        if risk.is_open and isinstance(risk.trigger, date) and risk.trigger < day:
            message = f"expected to know by now whether it occurred on {risk.trigger}, found it {risk.status}"
            cure = "make it 'occurred' or 'closed', or write the next day to watch"
            yield Fault.at(risk, "trigger", message=message, cure=cure)
