"""A task takes more of somebody than there is.

The plan counts with no more than the person or team has to give, so the work takes longer than whoever
assigned it thinks.

Fails:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck, capacity: 50%}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 80%}  # PLAN016
```

Passes:

```yaml title="people.yml"
ana: {name: Ana Silva}
tom: {name: Tom Beck, capacity: 50%}
eve: {name: Eve Lund}
```

```yaml title="apollo/plan.yml"
tasks:
  build:
    title: Build the service
    duration: 20d
    assigned: {tom: 50%}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import assignments, capacity, open_records
from handbook.problems import Severity
from handbook.records.kinds.task import Task

CODE = "PLAN016"
NAME = "over-allocation"
SEVERITY = Severity.WARNING

_ROUNDING = 1e-6


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Assignments in open projects above the capacity of the person, role or team."""
    book = portfolio.book
    for task in open_records(portfolio.book, Task):
        for field, party, units in assignments(task):
            most = capacity(book, party, task.project)
            if most is not None and units > most + _ROUNDING:
                message = f"expected at most {most:.0%} of '{party}', found {units:.0%}"
                yield Fault.at(task, field, party, message=message, cure="lower it, or add somebody")
