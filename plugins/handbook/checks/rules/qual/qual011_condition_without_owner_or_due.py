"""A condition on which a gate was passed has no owner or no date.

A conditional go whose conditions nobody must fulfil by any day is a go without them. The owner of the gate
answers for conditions that name nobody.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: conditional-go
    decided: 2026-02-13
    conditions:
      - {text: Repeat the load test, owner: tom}  # QUAL011
      - Train the operators  # QUAL011
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    decision: conditional-go
    decided: 2026-02-13
    owner: ana
    conditions:
      - {text: Repeat the load test, due: 2026-03-20}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.gates import gates
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "QUAL011"
NAME = "condition-without-owner-or-due"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open conditions of passed gates that lack an owner, a date, or both."""
    for gate, _ in gates(portfolio.book):
        for at, condition in enumerate(gate.conditions if gate.is_passed else ()):
            has = {"owner": condition.owner or gate.owner, "due": condition.due}
            lacking = [name for name, value in has.items() if not value]
            if lacking and condition.done is None:
                wanted = {"owner": "somebody who does", "due": "a day for"}[lacking[0]]
                message = (
                    f"expected {wanted} '{condition.text}', found {listed([f'no {one}' for one in lacking])}"
                )
                fields = listed([f"'{one}:'" for one in lacking])
                cure = f"write {fields} beside it"
                yield Fault.at(gate, "conditions", at, message=message, cure=cure)
