"""A deliverable has no acceptance criteria.

Without them the one who hands it over and the one who takes it will disagree about whether it is done.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
deliverables:
  service:  # SCOPE002
    title: Ordering service
    owner: ana
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

CODE = "SCOPE002"
NAME = "deliverable-without-criteria"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Deliverables of open projects without acceptance criteria."""
    for deliverable in open_records(portfolio.book, Deliverable):
        if not deliverable.acceptance_criteria and not is_written(deliverable, "acceptance_criteria"):
            message = f"expected acceptance criteria of '{deliverable.id}', found none"
            cure = "write what must be true for it to be accepted, under 'acceptance_criteria:'"
            yield Fault.at(deliverable, message=message, cure=cure)
