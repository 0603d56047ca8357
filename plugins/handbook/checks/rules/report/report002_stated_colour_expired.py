"""A colour was stated for a time that has passed.

It no longer shows on the pages. What it said is settled by now, or has to be said anew.

Fails:

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
    until: 2026-02-20  # REPORT002
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
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "REPORT002"
NAME = "stated-colour-expired"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Stated colours of open projects whose last day has passed."""
    for project in open_projects(portfolio.book):
        for dimension, stated in project.health.items():
            if stated.until and stated.until < portfolio.status_date:
                message = (
                    f"expected a colour that holds on {portfolio.status_date}, found one until {stated.until}"
                )
                cure = f"remove '{dimension}', or state it anew"
                yield Fault.at(project, "health", dimension, "until", message=message, cure=cure)
