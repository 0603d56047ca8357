"""A stated colour is better than the computed one.

That may be right, but it is the direction in which people are tempted to be wrong. Whoever reads the report
should ask.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
health:
  time:
    colour: green  # REPORT005
    reason: We will catch up
    until: 2026-03-20
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 40d, started: 2026-03-02}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-03-13}
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
health:
  time:
    colour: red
    reason: We will not catch up
    until: 2026-03-20
```

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 40d, started: 2026-03-02}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-03-13}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import planned_projects
from handbook.problems import Severity

CODE = "REPORT005"
NAME = "stated-greener-than-computed"
SEVERITY = Severity.WARNING

_WORSE = ("green", "amber", "red")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stated colours of open projects that still hold and lie before the computed one."""
    for project in planned_projects(portfolio.book):
        for dimension, stated in project.health.items():
            if stated.until and stated.until < portfolio.status_date:
                continue
            health = portfolio.health(project.id)
            verdict = health.overall if dimension == "overall" else health.dimensions[dimension]
            if verdict.colour in _WORSE[_WORSE.index(stated.colour) + 1 :]:
                message = f"expected {verdict.colour}, for {verdict.reason}, found {stated.colour}"
                cure = "state the computed colour, or put right what it comes from"
                yield Fault.at(project, "health", dimension, "colour", message=message, cure=cure)
