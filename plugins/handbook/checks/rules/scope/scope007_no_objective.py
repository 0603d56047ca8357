"""A charter has no objectives.

Every later question – is this in scope, is that risk worth its price, are we done – is answered by the
objectives.

Fails:

```yaml title="apollo/project.yml"
title: Apollo  # SCOPE007
manager: ana
sponsor: eve
status: active
start: 2026-01-05
purpose: To move with the times
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
objectives:
  - {text: Customers order online, measure: share of orders, target: 60 %}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "SCOPE007"
NAME = "no-objective"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open projects without objectives."""
    for project in open_projects(portfolio.book):
        if not project.objectives and not is_written(project, "objectives"):
            message = "expected at least one objective, found none"
            cure = "write what is to be achieved and how it is measured, under 'objectives:'"
            yield Fault.at(project, message=message, cure=cure)
