"""A project is at work, and nothing keeps what was agreed.

Without a baseline nobody can tell later what was promised at first, and part of the schedule assessment is
not evaluated. Small plans are not asked, nor agile projects, which agree on one iteration at a time.

Fails:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {PLAN026: {tasks: 1}}}
```

```yaml title="apollo/project.yml"
title: Apollo  # PLAN026
manager: ana
sponsor: eve
status: active
start: 2026-01-05
```

Passes:

```yaml title="handbook.yml"
title: A small handbook
rules: {options: {PLAN026: {tasks: 1}}}
```

```yaml title="apollo/baselines/2026-01.yml"
date: 2026-01-09
entries:
  M-1: {start: 2026-05-29, finish: 2026-05-29}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.task import Task
from handbook.records.record import Part

CODE = "PLAN026"
NAME = "no-baseline"
SEVERITY = Severity.INFO


class Options(Part):
    """From how many tasks on a baseline is asked for."""

    tasks: int = Field(20, ge=1, description="Tasks in the plan.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Active projects with work that is begun or done, and without a baseline."""
    book = portfolio.book
    for project in planned_projects(book):
        is_asked = project.status == "active" and project.approach != "agile"
        begun = any(entry.state != "open" for entry in portfolio.plan(project.id))
        if not is_asked or not begun or len(book.of(Task, project.id)) < options.tasks:
            continue
        if not book.of(Baseline, project.id) and is_complete(book, project.id):
            message = "expected a baseline, for work has begun, found none"
            yield Fault.at(project, message=message, cure=f"take one: 'handbook baseline NAME {project.id}'")
