"""A change was decided by somebody who may not.

Who may decide is named by `authority`. If nobody is named, the manager decides what stays within the
tolerances of the charter, in time and cost, and the sponsor decides the rest (PRINCE2, change authority).
Limits can also be set: `options: {CHANGE004: {time: 5d, cost: 10k EUR}}`.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  impact: {cost: 4k EUR}
  authority: eve
  decision: approved
  decided_by: ana  # CHANGE004
  decided: 2026-02-16
```

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {CHANGE004: {time: 5d}}}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  impact: {time: 2w}
  decision: approved
  decided_by: ana  # CHANGE004
  decided: 2026-02-16
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Offer gift cards
  requested_by: tom
  impact: {cost: 4k EUR}
  authority: eve
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {CHANGE004: {time: 5d}}}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two days later
  requested_by: tom
  impact: {time: 2d}
  decision: approved
  decided_by: ana
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.parties import label
from handbook.analysis.portfolio import Portfolio
from handbook.checks.authority import Bounds, bounds_of, stands_in_for
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.change import Change
from handbook.records.kinds.project import Project
from handbook.records.record import Part
from handbook.records.types.duration import DurationField
from handbook.records.types.money import MoneyField

CODE = "CHANGE004"
NAME = "decided-without-authority"
SEVERITY = Severity.ERROR


class Options(Part):
    """What the manager may decide where no authority is named; the tolerances of the charter if not set."""

    time: DurationField | None = Field(None, description="Greatest impact on time.")
    cost: MoneyField | None = Field(None, description="Greatest impact on cost.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Approved changes of open projects that neither the authority nor the sponsor decided."""
    book = portfolio.book
    for project in open_projects(book):
        bounds = bounds_of(portfolio, project, options.time, options.cost)
        for change in book.of(Change, project.id):
            if change.withheld or change.decision != "approved" or not change.decided_by:
                continue
            expected = _expected(portfolio, project, change, bounds)
            if expected:
                found = label(book, change.decided_by)
                message = f"expected {expected} to decide, found {found}"
                yield Fault.at(change, "decided_by", message=message, cure="have it decided by who may")


def _expected(portfolio: Portfolio, project: Project, change: Change, bounds: Bounds) -> str:
    """Who should have decided a change; empty if the one who did was allowed to."""
    book, by = portfolio.book, change.decided_by or ""
    if stands_in_for(book, by, project.sponsor):
        return ""
    if change.authority:
        return "" if stands_in_for(book, by, change.authority) else label(book, change.authority)
    if not stands_in_for(book, by, project.manager):
        return "the manager or the sponsor"
    return f"the sponsor, for {bounds.exceeded(change)}," if bounds.exceeded(change) else ""
