"""A gate was passed although one of its criteria failed.

What was promised at the gate is not there, and the records say that this does not matter. If it can be put
right later, the decision is a conditional go; if it need not be, somebody with authority waives the
criterion.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go
    decided: 2026-02-27
    criteria:
      load: {text: 500 orders a minute, result: fail, by: tom, on: 2026-02-24}  # QUAL002
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold
    decided: 2026-02-27
    criteria:
      load: {text: 500 orders a minute, result: fail, by: tom, on: 2026-02-24}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL002"
NAME = "passed-with-failed-criterion"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Failed criteria of gates with an unconditional go."""
    for gate, criteria in gates(portfolio.book):
        for criterion in criteria if gate.decision == "go" else ():
            if criterion.result == "fail":
                message = f"expected no failed criterion at the go of {gate.id}, found this one"
                cure = "make the decision conditional-go with a condition, or waive the criterion"
                yield Fault.at(criterion, "result", message=message, cure=cure)
