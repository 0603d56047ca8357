"""A colour is stated for ever.

A colour that nobody has to state again is forgotten, and goes on saying what was true once.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
health:
  time:  # REPORT004
    colour: amber
    reason: The supplier is late
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

CODE = "REPORT004"
NAME = "stated-colour-without-end"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stated colours of open projects that never expire."""
    for project in open_projects(portfolio.book):
        for dimension, stated in project.health.items():
            if stated.until is None and not is_written(project, "health", dimension, "until"):
                message = f"expected a last day of {stated.colour}, found none"
                yield Fault.at(
                    project, "health", dimension, key=True, message=message, cure="write 'until:' and the day"
                )
