"""Work began behind a gate after the gate had said hold or stop.

The money is spent on something that was not to go on. If the gate has been passed since, the record of it is
old; if it has not, the work stops.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-01-05, finished: 2026-01-30}
  roll-out:
    title: Roll out the service
    duration: 10d
    after: [M-1]
    started: 2026-02-23  # QUAL016
    remaining: 8d
milestones:
  M-1: {title: Ready, after: [build], due: 2026-01-30, reached: 2026-01-30, gate: G-1}
```

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: stop
    decided: 2026-02-06
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d, started: 2026-01-05, finished: 2026-01-30}
  roll-out:
    title: Roll out the service
    duration: 10d
    after: [M-1]
    started: 2026-02-02
    remaining: 8d
milestones:
  M-1: {title: Ready, after: [build], due: 2026-01-30, reached: 2026-01-30, gate: G-1}
```

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: hold
    decided: 2026-02-06
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.gates import gates, milestones, work_after
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL016"
NAME = "work-after-stop"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Tasks that wait for the milestone of a gate and were started after it had said hold or stop."""
    book = portfolio.book
    for gate, _ in gates(book):
        if gate.decision not in ("hold", "stop") or not gate.decided:
            continue
        for milestone in milestones(book, gate):
            for task in work_after(book, milestone):
                if task.started and task.started > gate.decided:
                    message = f"expected no start after {gate.id} said {gate.decision} on {gate.decided}, "
                    message += f"found {task.started}"
                    cure = "stop the work, or record the new decision at the gate"
                    yield Fault.at(task, "started", message=message, cure=cure)
