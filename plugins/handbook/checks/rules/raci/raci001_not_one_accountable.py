"""Not exactly one role is accountable for something.

Accountable is the one who answers for the result. With nobody in that place, or with two, nobody answers.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: R, tester: C}  # RACI001
design: {lead: A/R, sponsor: A}  # RACI001
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: A, tester: R}
design: {lead: A/R, sponsor: C}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.raci import Responsibility

CODE = "RACI001"
NAME = "not-one-accountable"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Rows with no A or with several."""
    for row in open_records(portfolio.book, Responsibility):
        accountable = [role for role, letters in row.roles.items() if "A" in letters]
        if len(accountable) != 1:
            found = listed(accountable) or "none"
            message = f"expected one accountable role for '{row.id}', found {found}"
            yield Fault.at(row, message=message, cure="write the letter A in exactly one cell of the row")
