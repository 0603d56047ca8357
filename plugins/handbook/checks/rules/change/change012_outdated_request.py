"""A change that waits starts from a value that holds no longer.

What it says of its impact was worked out for another plan. Whoever decides it now decides something else.

Fails:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  changes:
    - {record: M-1, field: due, from: 2026-05-15, to: 2026-06-12}  # CHANGE012
```

Passes:

```yaml title="apollo/plan.yml"
tasks:
  build: {title: Build the service, duration: 20d}
milestones:
  M-1: {title: Go-live, after: [build], due: 2026-05-29}
```

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  changes:
    - {record: M-1, field: due, from: 2026-05-29, to: 2026-06-12}
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import holds_new, holds_old
from handbook.analysis.portfolio import Portfolio
from handbook.checks.changing import field_fault, fields_of, open_changes
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "CHANGE012"
NAME = "outdated-request"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields altered by open changes that hold neither what the change found nor what it wants."""
    for change in open_changes(portfolio):
        for one, measure in fields_of(portfolio, change):
            if holds_old(one, measure) is False and holds_new(one, measure) is False:
                found = ", from which the change starts, found another value"
                cure = "work out its impact anew, and write the present value"
                yield field_fault(one, one.field.from_, found, cure, "from")
