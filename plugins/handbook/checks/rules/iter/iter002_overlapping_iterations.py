"""Two iterations overlap.

Work of the days they share counts for both, and the speed of the team cannot be told.

Fails:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-16, to: 2026-02-27, completed: 20}
I-2:
  from: 2026-02-26  # ITER002
  to: 2026-03-13
```

Passes:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-16, to: 2026-02-27, completed: 20}
I-2:
  from: 2026-03-02
  to: 2026-03-13
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.sequence import in_sequence
from handbook.checks.standing import open_projects
from handbook.problems import Severity

CODE = "ITER002"
NAME = "overlapping-iterations"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Iterations of open projects that begin before the one before them has ended."""
    for project in open_projects(portfolio.book):
        for before, after in in_sequence(portfolio.book, project.id):
            if after.from_ <= before.to:
                message = (
                    f"expected a first day after {before.to}, when {before.id} ends, found {after.from_}"
                )
                yield Fault.at(after, "from", message=message, cure="let one begin when the other has ended")
