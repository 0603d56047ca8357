"""A decision was to be taken by now and is not.

From that day on waiting does harm. Whoever needs the decision has begun to guess.

Fails:

```yaml title="apollo/decisions.yml"
D-1:
  title: Which database do we use
  status: proposed
  decide_by: 2026-02-20  # DECIDE001
```

Passes:

```yaml title="apollo/decisions.yml"
D-1:
  title: Which database do we use
  status: proposed
  decide_by: 2026-03-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.decision import Decision

CODE = "DECIDE001"
NAME = "decide-by-passed"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Proposed decisions whose last day has passed."""
    day = portfolio.status_date
    for decision in open_records(portfolio.book, Decision):
        if decision.status == "proposed" and decision.decide_by and decision.decide_by < day:
            message = f"expected a decision by {decision.decide_by}, found it proposed"
            yield Fault.at(decision, "decide_by", message=message, cure="take it, or find a later day")
