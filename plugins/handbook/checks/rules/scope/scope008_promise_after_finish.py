"""Something is promised for a day after the finish of its project.

When the project is over, nobody is left to keep the promise. One of the two dates is wrong.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
finish: 2026-06-30
objectives:
  O-1:
    text: Customers order online
    measure: share of orders
    target: 60 %
deliverables:
  service:
    title: Ordering service
    due: 2026-07-01  # SCOPE008
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
finish: 2026-06-30
deliverables:
  service:
    title: Ordering service
    due: 2026-06-30
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.milestone import Milestone

CODE = "SCOPE008"
NAME = "promise-after-finish"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Due dates of deliverables and milestones after the finish that the charter names."""
    book = portfolio.book
    for project in open_projects(book):
        finish = project.finish
        promised: list[Deliverable | Milestone] = [*book.of(Deliverable, project.id)]
        promised += book.of(Milestone, project.id)
        for record in promised:
            if finish and record.due and record.due > finish:
                message = f"expected a day up to the finish of the project, {finish}, found {record.due}"
                yield Fault.at(
                    record, "due", message=message, cure="change this date or the finish in the charter"
                )
