"""An iteration ends before it begins.

Nothing can be done in it, and what is planned for it has no date.

Fails:

```yaml title="apollo/iterations.yml"
I-1:
  goal: Order one article
  from: 2026-02-27
  to: 2026-02-16  # ITER001
  completed: 20
```

Passes:

```yaml title="apollo/iterations.yml"
I-1:
  goal: Order one article
  from: 2026-02-16
  to: 2026-02-27
  completed: 20
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.iteration import Iteration

CODE = "ITER001"
NAME = "iteration-ends-before-it-begins"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Iterations of open projects whose last day comes before the first."""
    for iteration in open_records(portfolio.book, Iteration):
        if iteration.to < iteration.from_:
            message = f"expected a last day from {iteration.from_} on, found {iteration.to}"
            yield Fault.at(iteration, "to", message=message, cure="put the wrong one of the two dates right")
