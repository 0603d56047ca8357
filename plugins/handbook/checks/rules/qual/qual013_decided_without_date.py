"""A gate was decided, and nobody knows when.

Whether a criterion was judged before the decision, and work stopped after it, can be told only from its day.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold  # QUAL013
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold
    decided: 2026-02-27
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL013"
NAME = "decided-without-date"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Gates with a decision and no date of it."""
    for gate, _ in gates(portfolio.book):
        if gate.decision and gate.decided is None:
            message = "expected the day on which it was decided, found none"
            yield Fault.at(gate, "decision", message=message, cure="write 'decided:' and the day")
