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
  O-1: Customers like to order online  # SCOPE001
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
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.objective import Objective
from handbook.records.types.fault import shown

CODE = "SCOPE001"
NAME = "objective-without-measure"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Objectives of open projects without a measure."""
    for objective in open_records(portfolio.book, Objective):
        if not objective.measure and not is_written(objective, "measure"):
            message = f"expected a measure of the objective {shown(objective.text)}, found none"
            cure = "write 'text:', 'measure:' and 'target:' below its id"
            yield Fault.at(objective, message=message, cure=cure)
