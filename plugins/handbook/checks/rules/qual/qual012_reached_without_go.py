"""A milestone was reached whose gate was not passed.

The gate was there to decide whether the project goes on at this point, and it went on. Record the decision
that was taken; if none was, the milestone is not reached.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-01-05, finished: 2026-02-13}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-02-27, reached: 2026-02-27, gate: G-1}  # QUAL012
```

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold
    decided: 2026-02-27
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-01-05, finished: 2026-02-13}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-02-27, reached: 2026-02-27, gate: G-1}
```

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: go
    decided: 2026-02-27
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates, milestones
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL012"
NAME = "reached-without-go"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Milestones that are reached, and whose gate has no decision to go on."""
    for gate, _ in gates(portfolio.book):
        for milestone in milestones(portfolio.book, gate):
            if milestone.reached and not gate.is_passed:
                found = f"the decision '{gate.decision}'" if gate.decision else "no decision"
                message = f"expected a go at {gate.id} before {milestone.id} is reached, found {found}"
                cure = "record what was decided, or remove 'reached'"
                yield Fault.at(milestone, "reached", message=message, cure=cure)
