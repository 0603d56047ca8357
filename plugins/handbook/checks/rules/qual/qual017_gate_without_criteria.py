"""A gate has no criteria, and neither has its milestone.

Without criteria the gate is a meeting: whoever speaks best passes. What must be true is agreed before the
work, not at the table.

Fails:

```yaml title="apollo/quality.yml"
gates:
  G-1:  # QUAL017
    title: Ready to go live
    approver: eve
```

Passes:

```yaml title="apollo/quality.yml"
gates:
  G-1:
    title: Ready to go live
    approver: eve
    criteria:
      runbook: The operators have accepted the runbook
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.gates import gates, milestones
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.milestone import Milestone

CODE = "QUAL017"
NAME = "gate-without-criteria"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Gates without criteria of their own or of a milestone that is reached with them."""
    book = portfolio.book
    for gate, criteria in gates(book):
        if criteria or not is_complete(book, gate.project, Criterion, Milestone):
            continue
        if not any(milestone.criteria for milestone in milestones(book, gate)):
            cure = "write 'criteria:' and what must be true"
            yield Fault.at(gate, message="expected criteria of the gate, found none", cure=cure)
