"""A gate was passed on condition, and no condition is written down.

A condition that nobody can read is kept by nobody. What is missing becomes a condition with an owner and a
date; if nothing is missing, the decision is a go.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: conditional-go  # QUAL009
    decided: 2026-02-27
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: conditional-go
    decided: 2026-02-27
    conditions: [{text: Repeat the load test, owner: tom, due: 2026-03-20}]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL009"
NAME = "conditional-go-without-condition"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Gates with a conditional go and no conditions."""
    for gate, _ in gates(portfolio.book):
        if gate.decision == "conditional-go" and not gate.conditions:
            message = "expected the conditions of a conditional go, found none"
            yield Fault.at(gate, "decision", message=message, cure="write 'conditions:', or make it a go")
