"""Many roles are consulted about one thing.

Each of them has to be asked before the work goes on. With every one more it takes longer and gets no better.

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
build: {lead: A/R, r1: C, r2: C, r3: C, r4: C, r5: C}  # RACI005
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
build: {lead: A/R, r1: C, r2: C, r3: C, r4: C}
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

CODE = "RACI005"
NAME = "too-many-consulted"
SEVERITY = Severity.WARNING


class Options(Part):
    """How many may be consulted."""

    most: int = Field(4, ge=0, description="The greatest number of consulted roles in a row.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Rows with more C than the limit."""
    for row in open_records(portfolio.book, Responsibility):
        count = sum("C" in letters for letters in row.roles.values())
        if count > options.most:
            message = f"expected at most {options.most} consulted roles for '{row.id}', found {count}"
            yield Fault.at(row, message=message, cure="ask fewer, and inform the others")
