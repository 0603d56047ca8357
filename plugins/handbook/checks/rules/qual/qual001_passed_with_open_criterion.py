"""A gate was passed while one of its criteria was open.

A gate that lets through what was not looked at is no gate. Judge the criterion, waive it with a waiver, or
make the decision a conditional go whose conditions name what is missing.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go
    decided: 2026-02-27
    criteria:
      load: {text: 500 orders a minute, method: test}  # QUAL001
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
    criteria:
      load: {text: 500 orders a minute, method: test}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL001"
NAME = "passed-with-open-criterion"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open criteria of gates with an unconditional go."""
    for gate, criteria in gates(portfolio.book):
        for criterion in criteria if gate.decision == "go" else ():
            if criterion.result == "open":
                message = (
                    f"expected all criteria of {gate.id} to be judged before its go, found this one open"
                )
                cure = "write its 'result:', or make the decision conditional-go"
                yield Fault.at(criterion, message=message, cure=cure)
