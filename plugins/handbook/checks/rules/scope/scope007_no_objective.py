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
  O-1: {text: Customers order online, measure: share of orders, target: 60 %}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.objective import Objective

CODE = "SCOPE007"
NAME = "no-objective"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Open projects without objectives."""
    book = portfolio.book
    for project in open_projects(book):
        if not book.of(Objective, project.id) and is_complete(book, project.id):
            message = "expected at least one objective, found none"
            cure = "write what is to be achieved and how it is measured, under 'objectives:'"
            yield Fault.at(project, message=message, cure=cure)
