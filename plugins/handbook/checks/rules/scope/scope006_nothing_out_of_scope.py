"""A charter says of nothing that it is out of scope.

Scope grows where nobody has said no. One line about what people may expect and will not get saves that talk
later.

Fails:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
scope:  # SCOPE006
  in: [ordering online]
```

Passes:

```yaml title="apollo/project.yml"
title: Apollo
manager: ana
sponsor: eve
status: active
start: 2026-01-05
scope:
  in: [ordering online]
  out: [paying online]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "SCOPE006"
NAME = "nothing-out-of-scope"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open projects whose scope leaves nothing out."""
    for project in open_projects(portfolio.book):
        if not (project.scope and project.scope.out) and not is_written(project, "scope", "out"):
            message = "expected something that is out of scope, found nothing"
            cure = "write what will not be done though somebody may expect it, under 'scope: out:'"
            yield Fault.at(project, "scope", key=True, message=message, cure=cure)
