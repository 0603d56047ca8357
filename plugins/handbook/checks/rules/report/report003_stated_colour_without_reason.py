"""A colour is stated without a reason.

It stands beside a computed colour whose reason everybody can read. Without one of its own nobody will believe
it.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
health:
  time:  # REPORT003
    colour: amber
    until: 2026-03-20
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
    colour: amber
    reason: The supplier is late
    until: 2026-03-20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "REPORT003"
NAME = "stated-colour-without-reason"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stated colours of open projects without a reason."""
    for project in open_projects(portfolio.book):
        for dimension, stated in project.health.items():
            if not stated.reason and not is_written(project, "health", dimension, "reason"):
                message = f"expected a reason for {stated.colour}, found none"
                cure = "write 'reason:' and why the computed colour does not tell the truth"
                yield Fault.at(project, "health", dimension, key=True, message=message, cure=cure)
