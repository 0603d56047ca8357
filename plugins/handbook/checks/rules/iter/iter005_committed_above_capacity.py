"""An iteration sets out to do more than the team can.

Some of it will not be done, and nobody knows yet what.

Fails:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-03-02
  to: 2026-03-13
  capacity: 30
  committed: 36  # ITER005
```

Passes:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-03-02
  to: 2026-03-13
  capacity: 30
  committed: 28
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.iteration import Iteration

CODE = "ITER005"
NAME = "committed-above-capacity"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Iterations of open projects that have not ended and commit to more than their capacity."""
    day = portfolio.status_date
    for iteration in open_records(portfolio.book, Iteration):
        most, committed = iteration.capacity, iteration.committed
        if most is not None and committed is not None and committed > most and iteration.to >= day:
            message = f"expected at most {most:g}, the capacity, found {committed:g}"
            yield Fault.at(iteration, "committed", message=message, cure="take out what matters least")
