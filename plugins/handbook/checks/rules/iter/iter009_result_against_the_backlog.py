"""What is written as completed is not what the items of the backlog say.

One of the two is wrong. Where items have sizes and dates, the result need not be written at all.

Fails:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-02-09
  to: 2026-02-20
  completed: 8  # ITER009
```

```yaml title="apollo/backlog.yml"
items:
  PB-1: {title: Order an article, size: 5, iteration: I-1, started: 2026-02-09, finished: 2026-02-19}
```

Passes:

```yaml title="apollo/iterations.yml"
I-1:
  from: 2026-02-09
  to: 2026-02-20
```

```yaml title="apollo/backlog.yml"
items:
  PB-1: {title: Order an article, size: 5, iteration: I-1, started: 2026-02-09, finished: 2026-02-19}
```
"""

from collections.abc import Iterator

from handbook.analysis.agile.iterations import completed_by_items, unit_of
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.iteration import Iteration

CODE = "ITER009"
NAME = "result-against-the-backlog"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Iterations of open projects that ended, whose result is another than the sum of their items."""
    for project in open_projects(portfolio.book):
        work = portfolio.backlog(project.id)
        unit = unit_of(portfolio.book.of(Iteration, project.id), work)
        for one in portfolio.iterations(project.id) if work else ():
            written = one.iteration.completed
            said = completed_by_items(one.iteration, one.items, work, unit) if work else None
            if written is None or said is None or written == said or one.iteration.withheld:
                continue
            message = f"expected {said:g}, which items finished in it sum to, found {written:g}"
            cure = "put the dates of the items right, or leave 'completed' out"
            yield Fault.at(one.iteration, "completed", message=message, cure=cure)
