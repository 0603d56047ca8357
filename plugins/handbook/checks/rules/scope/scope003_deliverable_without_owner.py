"""A deliverable has no owner.

What everybody answers for, nobody answers for.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service:  # SCOPE003
    title: Ordering service
    acceptance_criteria: [all contract tests pass]
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service:
    title: Ordering service
    owner: ana
    acceptance_criteria: [all contract tests pass]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.deliverable import Deliverable

CODE = "SCOPE003"
NAME = "deliverable-without-owner"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Deliverables of open projects without an owner."""
    for deliverable in open_records(portfolio.book, Deliverable):
        if deliverable.owner is None and not is_written(deliverable, "owner"):
            message = f"expected an owner of '{deliverable.id}', found none"
            yield Fault.at(deliverable, message=message, cure="write 'owner:' and who answers for it")
