"""Work was added after the baseline, and no approved change says so.

This is how scope creeps: each task is small, and nobody agreed to any. A change request names what it brings
under `adds`. What is inside a summary that the baseline has is detail, and may come and go.

Fails:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}  # PLAN027
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

Passes:

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
  build: {start: 2026-03-02, finish: 2026-03-27}
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import named_by_changes
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.variance import unbaselined
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity

CODE = "PLAN027"
NAME = "work-outside-the-baseline"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Work of open projects that neither baseline nor change knows, in the place of the first."""
    for project in planned_projects(portfolio.book):
        baseline = portfolio.baseline(project.id)
        if baseline is None:
            continue
        known = {name.casefold() for name in baseline.entries} | named_by_changes(portfolio.book, project.id)
        new = [
            record
            for record in unbaselined(portfolio.plan(project.id), baseline)
            if known.isdisjoint(_upwards(record.id.casefold()))
        ]
        if new:
            names = ", ".join(f"'{record.id}'" for record in new[:3])
            more = f" and {len(new) - 3} more" if len(new) > 3 else ""
            message = f"expected only work that baseline {baseline.id} or a change has, found {names}{more}"
            cure = "have a change approved that names it under 'adds:', or take a new baseline"
            yield Fault.at(new[0], message=message, cure=cure)


def _upwards(id_: str) -> Iterator[str]:
    """An id and those of the summaries around it."""
    while id_:
        yield id_
        id_ = id_.rpartition(".")[0]
