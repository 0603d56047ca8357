"""An objective has no measure.

Nobody can tell whether it was achieved, so nobody can be held to it, and the project has no end.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
objectives:
  - Customers like to order online  # SCOPE001
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
from handbook.records.types.fault import shown

CODE = "SCOPE001"
NAME = "objective-without-measure"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Objectives of open projects without a measure."""
    for project in open_projects(portfolio.book):
        for at, objective in enumerate(project.objectives):
            if not objective.measure and not is_written(project, "objectives", at, "measure"):
                message = f"expected a measure of the objective {shown(objective.text)}, found none"
                cure = "write 'measure:' and 'target:' beside its text"
                yield Fault.at(project, "objectives", at, message=message, cure=cure)
