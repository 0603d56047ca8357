"""An iteration has ended, and nobody wrote what was completed.

The next commitment is a guess without it. Nothing completed is a result too: write 0. Where items of the
backlog name the iteration, their dates and sizes tell.

Fails:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-02-09
  to: 2026-02-20  # ITER004
  committed: 20
```

Passes:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-02-09
  to: 2026-02-20
  committed: 20
  completed: 17
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_written
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.iteration import Iteration

CODE = "ITER004"
NAME = "ended-without-result"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Iterations of open projects that ended before the status date, without what was completed."""
    day = portfolio.status_date
    for iteration in open_records(portfolio.book, Iteration):
        if iteration.to >= day or iteration.completed is not None or is_written(iteration, "completed"):
            continue
        if not _is_told_by_items(portfolio, iteration):
            message = f"expected what was completed by {iteration.to}, found nothing"
            yield Fault.at(iteration, "to", message=message, cure="write 'completed:'")


def _is_told_by_items(portfolio: Portfolio, iteration: Iteration) -> bool:
    results = portfolio.iterations(iteration.project or "")
    return any(one.iteration is iteration and one.completed is not None for one in results)
