"""In a project with iterations an item is in progress that none of them names.

It takes time that was committed to other work. Projects that keep no iterations are not asked: there, work is
pulled when there is room for it.

Fails:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-23, to: 2026-03-06}
```

```yaml title="apollo/backlog.yml"
items:
  PB-1: {title: Order an article, iteration: I-1}
  PB-2: {title: Repair the printer, started: 2026-02-26}  # FLOW006
```

Passes:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-23, to: 2026-03-06}
```

```yaml title="apollo/backlog.yml"
items:
  PB-1: {title: Order an article, iteration: I-1}
  PB-2: {title: Repair the printer, iteration: I-1, started: 2026-02-26}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "FLOW006"
NAME = "begun-outside-iterations"
SEVERITY = Severity.INFO


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Items in progress that no iteration is named for, where items of the backlog name any."""
    for project in open_projects(portfolio.book):
        work = portfolio.backlog(project.id)
        if work is None or not any(item.iteration for item in work.items):
            continue
        for item in work.in_progress:
            if not item.iteration and not item.withheld:
                cure = "write 'iteration:', or begin it when there is room"
                yield Fault.at(item, message="expected the iteration it is done in, found none", cure=cure)
