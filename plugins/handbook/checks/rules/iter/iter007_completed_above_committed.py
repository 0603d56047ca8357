"""An iteration completed much more than it set out to do.

Either the team commits to too little, or work came in that nobody had agreed to.

Fails:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-02-09
  to: 2026-02-20
  committed: 20
  completed: 30  # ITER007
```

Passes:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-02-09
  to: 2026-02-20
  committed: 20
  completed: 21
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.iteration import Iteration
from handbook.records.record import Part
from handbook.records.types.percent import Units

CODE = "ITER007"
NAME = "completed-above-committed"
SEVERITY = Severity.INFO


class Options(Part):
    """How much more is much."""

    share: Units = Field(1.25, description="Completed as a share of committed: 125%.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Iterations of open projects that completed more than the limit allows."""
    for iteration in open_records(portfolio.book, Iteration):
        committed, completed = iteration.committed, iteration.completed
        if committed and completed is not None and completed > options.share * committed:
            message = f"expected about {committed:g}, as committed, found {completed:g}"
            cure = "commit to more, or say where the rest came from"
            yield Fault.at(iteration, "completed", message=message, cure=cure)
