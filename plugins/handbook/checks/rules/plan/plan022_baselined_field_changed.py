"""What the baseline says was changed, and no approved change says so.

The promise of a milestone, the effort and cost of a task and the total of the budget were agreed with the
baseline. To change one is to agree anew: with a change request that names the record and its field and that
is approved. What work still takes, against the effort that was agreed, is told by `remaining`.

Fails:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1:
    title: Go-live
    after: [build]
    due: 2026-06-12  # PLAN022
```

Passes:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-06-12}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  impact: {time: 10d}
  changes: [{record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}]
  decision: approved
  decided_by: eve
  decided: 2026-02-16
```
"""

from collections.abc import Iterator

from handbook.analysis.baselined import Baselined, baselined
from handbook.analysis.change_control import holds_new, in_force, measure_of
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "PLAN022"
NAME = "baselined-field-changed"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Baselined fields of open projects that hold neither what the baseline says nor what was approved."""
    book = portfolio.book
    for project in open_projects(book):
        baseline = portfolio.baseline(project.id)
        if baseline is None:
            continue
        approved = in_force(book, project.id)
        measure = measure_of(book, portfolio.plan(project.id), project.id)
        for one in baselined(book, project, baseline, measure):
            change = approved.get(one.key)
            if one.differs and (change is None or holds_new(change, measure) is False):
                yield _fault(one, baseline.id)


def _fault(one: Baselined, baseline: str) -> Fault:
    message = f"expected {one.agreed} as in baseline {baseline}, found {one.found}"
    cure = f"put it back, or have a change approved that names {one.record.id} and {one.field}"
    return Fault.at(one.record, one.field, message=message, cure=cure)
