"""Two changes that wait want to alter the same field.

Whoever decides the first does not know of the second, and what it says of the present value will not be true
any more. Decide them together.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  changes: [{record: M-1, field: due, to: 2026-06-12}]
CR-2:
  title: Go live before the fair
  requested_by: ana
  changes:
    - {record: M-1, field: due, to: 2026-05-08}  # CHANGE011
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  changes: [{record: M-1, field: due, to: 2026-06-12}]
  decision: rejected
  decided_by: eve
  decided: 2026-02-16
CR-2:
  title: Go live before the fair
  requested_by: ana
  changes:
    - {record: M-1, field: due, to: 2026-05-08}
```
"""

from collections.abc import Iterator

from handbook.analysis.change_control import Altered, altered
from handbook.analysis.portfolio import Portfolio
from handbook.checks.changing import open_changes
from handbook.checks.rule import Fault
from handbook.problems import Severity

CODE = "CHANGE011"
NAME = "competing-changes"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields that an open change alters and an earlier open one alters too."""
    first: dict[tuple[str, str], Altered] = {}
    for change in open_changes(portfolio):
        for one in altered(portfolio.book, change):
            other = first.setdefault(one.key, one).change
            if other is not change:
                expected = f"expected one open change of {one.field.field} of '{one.record.id}'"
                message = f"{expected}, found {other.id} too"
                yield Fault.at(
                    change, "changes", one.at, message=message, cure="decide both together, or join them"
                )
