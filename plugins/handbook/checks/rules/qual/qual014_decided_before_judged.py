"""A gate was passed before one of its criteria was judged.

The decision cannot have rested on what was found later. Either one of the days is wrong, or the gate was
passed on trust: that is a conditional go.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go
    decided: 2026-02-20
    criteria:
      load:
        text: 500 orders a minute
        evidence: https://example.org/load
        result: pass
        by: tom
        on: 2026-02-28  # QUAL014
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go
    decided: 2026-02-20
    criteria:
      load:
        text: 500 orders a minute
        evidence: https://example.org/load
        result: pass
        by: tom
        on: 2026-02-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL014"
NAME = "decided-before-judged"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Criteria that were judged after the unconditional go of their gate."""
    for gate, criteria in gates(portfolio.book):
        for criterion in criteria if gate.decision == "go" and gate.decided else ():
            if criterion.on and gate.decided and criterion.on > gate.decided:
                message = f"expected a day up to the go of {gate.id}, {gate.decided}, found {criterion.on}"
                cure = "correct the day, or make the decision conditional-go"
                yield Fault.at(criterion, "on", message=message, cure=cure)
