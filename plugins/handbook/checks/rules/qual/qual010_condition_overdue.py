"""A condition on which a gate was passed is overdue.

The project went on because this was promised. Once the day has passed, the go no longer stands on anything:
fulfil the condition, or ask the approver again.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: conditional-go
    decided: 2026-02-13
    conditions:
      - {text: Repeat the load test, owner: tom, due: 2026-02-20}  # QUAL010
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: conditional-go
    decided: 2026-02-13
    conditions:
      - {text: Repeat the load test, owner: tom, due: 2026-02-20, done: 2026-02-19}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL010"
NAME = "condition-overdue"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Conditions of passed gates that are not done on the day after they were due."""
    day = portfolio.status_date
    for gate, _ in gates(portfolio.book):
        for at, condition in enumerate(gate.conditions if gate.is_passed else ()):
            if condition.due and condition.due < day and condition.done is None:
                message = f"expected '{condition.text}' to be done by {condition.due}, found it open"
                cure = "write 'done:' and the day, or ask the approver for a new date"
                yield Fault.at(gate, "conditions", at, "due", message=message, cure=cure)
