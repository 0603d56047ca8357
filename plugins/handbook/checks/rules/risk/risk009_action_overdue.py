"""An action against a risk is overdue.

Until it is done the risk is as great as it was.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  actions:
    - {text: Find a second supplier, owner: tom, due: 2026-02-20}  # RISK009
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  actions:
    - {text: Find a second supplier, owner: tom, due: 2026-03-20}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK009"
NAME = "action-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Actions of open risks that are not done on the day after they were due."""
    day = portfolio.status_date
    for risk in open_records(portfolio.book, Risk):
        for at, action in enumerate(risk.actions if risk.is_open else ()):
            if action.due and action.due < day and action.done is None:
                message = f"expected '{action.text}' to be done by {action.due}, found it open"
                cure = "write 'done:' and the day, or agree on a new date"
                yield Fault.at(risk, "actions", at, "due", message=message, cure=cure)
