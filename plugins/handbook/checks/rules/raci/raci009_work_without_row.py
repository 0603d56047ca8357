"""A milestone or deliverable is missing from the matrix.

A matrix that is kept for some of what is promised suggests that it is kept for all of it.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
service: {lead: A/R}
```

```yaml title="apollo/plan.yml"
milestones:
  M-1: {title: Go-live, due: 2026-05-29}  # RACI009
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
service: {lead: A/R}
M-1: {lead: A/R}
```

```yaml title="apollo/plan.yml"
milestones:
  M-1: {title: Go-live, due: 2026-05-29}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.raci import Responsibility

CODE = "RACI009"
NAME = "work-without-row"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Milestones ahead and deliverables without a row, in open projects that keep a matrix."""
    book = portfolio.book
    for project in open_projects(book):
        rows = {row.id.casefold() for row in book.of(Responsibility, project.id)}
        if not rows or not is_complete(book, project.id):
            continue
        ahead = (milestone for milestone in book.of(Milestone, project.id) if milestone.reached is None)
        for record in (*ahead, *book.of(Deliverable, project.id)):
            if record.id.casefold() not in rows:
                message = f"expected a row for the {record.kind} '{record.id}' in the matrix, found none"
                cure = f"add '{record.id}: {{…: A/R}}' to raci.yml"
                yield Fault.at(record, message=message, cure=cure)
