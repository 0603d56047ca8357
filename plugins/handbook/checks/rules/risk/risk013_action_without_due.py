"""An action against a risk has no date.

What has no date is done after everything that has one.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  actions:
    - {text: Find a second supplier, owner: tom}  # RISK013
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
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.risk import Risk

CODE = "RISK013"
NAME = "action-without-due"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open actions of open risks without a due date."""
    for risk in open_records(portfolio.book, Risk):
        for at, action in enumerate(risk.actions if risk.is_open else ()):
            if action.due is None and action.done is None and not is_written(risk, "actions", at, "due"):
                message = f"expected a day by which '{action.text}' is done, found none"
                yield Fault.at(risk, "actions", at, message=message, cure="write 'due:' beside it")
