"""Work that the baseline has is not in the plan any more, and no approved change says so.

Somebody agreed to pay for it and may still wait for it. A change request names what it takes away under
`removes`.

Fails:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
  write: {start: 2026-03-02, finish: 2026-03-06}
```

```yaml title="apollo/plan.yml"
tasks:  # PLAN023
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

Passes:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
  write: {start: 2026-03-02, finish: 2026-03-06}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Leave the manual to the supplier
  requested_by: tom
  impact: {time: 0d, cost: -4k EUR}
  removes: [write]
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import named_by_changes
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.variance import unplanned
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Place, Severity

CODE = "PLAN023"
NAME = "baselined-work-gone"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Ids of the baseline that open projects have no longer, in the place of the plan."""
    book = portfolio.book
    for project in planned_projects(book):
        baseline, plan = portfolio.baseline(project.id), portfolio.plan(project.id)
        if baseline is None or not is_complete(book, project.id) or not plan.entries:
            continue
        known = {entry.record.id.casefold() for entry in plan} | named_by_changes(book, project.id)
        for name in unplanned(plan, baseline):
            if known.isdisjoint(_upwards(name.casefold())):
                message = f"expected '{name}', which baseline {baseline.id} has, found it gone"
                cure = "put it back, or have a change approved that names it under 'removes:'"
                yield Fault(Place(plan.entries[0].record.origin.file), message, cure, project.id)


def _upwards(id_: str) -> Iterator[str]:
    """An id and those of the summaries around it: what takes away a summary takes away what is in it."""
    while id_:
        yield id_
        id_ = id_.rpartition(".")[0]
