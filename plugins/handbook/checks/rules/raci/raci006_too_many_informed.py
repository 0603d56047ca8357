"""Many roles are informed about one thing.

Nobody reads what everybody gets. A page that all can read does it better than a letter in every cell.

Fails:

```yaml title="roles.yml"
r1: {title: Role 1, holder: tom}
r2: {title: Role 2, holder: tom}
r3: {title: Role 3, holder: tom}
r4: {title: Role 4, holder: tom}
r5: {title: Role 5, holder: tom}
r6: {title: Role 6, holder: tom}
r7: {title: Role 7, holder: tom}
r8: {title: Role 8, holder: tom}
r9: {title: Role 9, holder: tom}
lead: {title: Project lead, holder: ana}
```

```yaml title="apollo/raci.yml"
build: {lead: A/R, r1: I, r2: I, r3: I, r4: I, r5: I, r6: I, r7: I, r8: I, r9: I}  # RACI006
```

Passes:

```yaml title="roles.yml"
r1: {title: Role 1, holder: tom}
r2: {title: Role 2, holder: tom}
r3: {title: Role 3, holder: tom}
r4: {title: Role 4, holder: tom}
r5: {title: Role 5, holder: tom}
r6: {title: Role 6, holder: tom}
r7: {title: Role 7, holder: tom}
r8: {title: Role 8, holder: tom}
r9: {title: Role 9, holder: tom}
lead: {title: Project lead, holder: ana}
```

```yaml title="apollo/raci.yml"
build: {lead: A/R, r1: I, r2: I, r3: I, r4: I, r5: I, r6: I, r7: I, r8: I}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.raci import Responsibility
from handbook.records.record import Part

CODE = "RACI006"
NAME = "too-many-informed"
SEVERITY = Severity.WARNING


class Options(Part):
    """How many may be informed."""

    most: int = Field(8, ge=0, description="The greatest number of informed roles in a row.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Rows with more I than the limit."""
    for row in open_records(portfolio.book, Responsibility):
        count = sum("I" in letters for letters in row.roles.values())
        if count > options.most:
            message = f"expected at most {options.most} informed roles for '{row.id}', found {count}"
            yield Fault.at(row, message=message, cure="inform fewer, or write to a list that they read")
