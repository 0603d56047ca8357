"""A change alters a field that the record does not have.

Nobody can apply it, and no check can tell whether it was applied.

Fails:

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  changes:
    - {record: M-1, field: dua, to: 2026-06-12}  # CHANGE009
```

Passes:

```yaml title="apollo/changes.yml"
CR-1:
  title: Go live two weeks later
  requested_by: tom
  changes:
    - {record: M-1, field: due, to: 2026-06-12}
```
"""

from collections.abc import Iterator
from functools import partial

from handbook.analysis.change_control import altered
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.written import known_fields
from handbook.checks.cures import Cures
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.change import Change
from handbook.records.types.fault import shown

CODE = "CHANGE009"
NAME = "unknown-field"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Fields named by changes of open projects, unless rejected, that their kind of record does not have."""
    cures = Cures()
    for change in open_records(portfolio.book, Change):
        for one in altered(portfolio.book, change) if change.decision != "rejected" else ():
            name, known = one.field.field.partition(".")[0], tuple(known_fields(one.record))
            if name not in known:
                message = f"expected a field of a {one.record.kind}, found {shown(one.field.field)}"
                cure = cures.nearest(name, partial(tuple, known), one.record.kind)
                yield Fault.at(change, "changes", one.at, "field", message=message, cure=cure)
