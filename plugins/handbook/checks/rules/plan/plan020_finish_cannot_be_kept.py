"""A project will be finished after the day its charter names.

The finish in the charter is the promise for the whole. It cannot be kept with the plan as it is.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
finish: 2026-03-13  # PLAN020
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
finish: 2026-05-29
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity

CODE = "PLAN020"
NAME = "finish-cannot-be-kept"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open projects whose plan ends after their finish."""
    for project in planned_projects(portfolio.book):
        forecast = portfolio.plan(project.id).finish if project.finish else None
        if project.finish and forecast and forecast > project.finish:
            message = f"expected a finish by {project.finish}, found a forecast of {forecast}"
            yield Fault.at(
                project, "finish", message=message, cure="shorten the plan, or agree on a new date"
            )
