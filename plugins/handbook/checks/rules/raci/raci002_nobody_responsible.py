"""Nobody is responsible for doing something.

Responsible are those who do the work. A row without them is work that nobody does.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: A, tester: C}  # RACI002
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: A, tester: R}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.raci import Responsibility

CODE = "RACI002"
NAME = "nobody-responsible"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Rows without any R."""
    for row in open_records(portfolio.book, Responsibility):
        if not any("R" in letters for letters in row.roles.values()):
            message = f"expected a responsible role for '{row.id}', found none"
            yield Fault.at(row, message=message, cure="write the letter R in at least one cell of the row")
