"""There are working days between two iterations.

Work goes on in them and counts for nothing. A pause that is meant is an iteration too: call it so.

Fails:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-02, to: 2026-02-13, completed: 20}
I-2:
  from: 2026-02-23  # ITER003
  to: 2026-03-06
```

Passes:

```yaml title="apollo/iterations.yml"
I-1: {from: 2026-02-09, to: 2026-02-20, completed: 20}
I-2:
  from: 2026-02-23
  to: 2026-03-06
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.sequence import in_sequence
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.record import Part

CODE = "ITER003"
NAME = "gap-between-iterations"
SEVERITY = Severity.INFO


class Options(Part):
    """What is no gap yet."""

    days: int = Field(0, ge=0, description="Working days that may lie between two iterations.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Iterations of open projects before which working days lie in no iteration."""
    for project in open_projects(portfolio.book):
        plan = portfolio.plan(project.id)
        for before, after in in_sequence(portfolio.book, project.id):
            between = plan.working_days(before.to, after.from_) - 1
            if between > options.days:
                message = f"expected it to follow {before.id}, which ends on {before.to}, found {after.from_}"
                cure = f"{between} working days lie between: move it, or keep an iteration for them"
                yield Fault.at(after, "from", message=message, cure=cure)
