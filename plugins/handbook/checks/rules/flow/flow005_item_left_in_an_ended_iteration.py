"""An iteration has ended, and an item planned for it is neither done nor planned anew.

Somebody must say what becomes of it: add the next iteration, or take it out of the last one.

Fails:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-09, to: 2026-02-20, completed: 5}
```

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    iteration: I-1  # FLOW005
```

Passes:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-09, to: 2026-02-20, completed: 5}
I-2: {from: 2026-02-23, to: 2026-03-06}
```

```yaml title="apollo/backlog.yml"
items:
  PB-1:
    title: Order an article
    iteration: [I-1, I-2]
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.iteration import Iteration

CODE = "FLOW005"
NAME = "item-left-in-an-ended-iteration"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Items of open projects that are left, and whose last iteration has ended."""
    for project in open_projects(portfolio.book):
        work = portfolio.backlog(project.id)
        for item in work.remaining if work else ():
            name = item.iteration[-1] if item.iteration and not item.withheld else ""
            last = portfolio.book.find(name, project.id, ("iteration",)) if name else None
            if isinstance(last, Iteration) and last.to < portfolio.status_date and not last.withheld:
                message = f"expected it to be done by {last.to}, when {last.id} ended, found it open"
                cure = f"write '[{name}, …]' with the next iteration, or take the iteration out"
                yield Fault.at(item, "iteration", len(item.iteration) - 1, message=message, cure=cure)
