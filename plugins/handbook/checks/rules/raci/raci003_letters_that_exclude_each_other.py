"""One role has letters that do not go together.

Who does the work or answers for it is part of every talk about it, so C or I beside R or A says nothing, and
hides which of the two is meant. Only A and R go together.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build:
  lead: A
  tester: R/C  # RACI003
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build:
  lead: A/R
  tester: C
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_records
from handbook.problems import Severity
from handbook.records.kinds.raci import Responsibility

CODE = "RACI003"
NAME = "letters-that-exclude-each-other"
SEVERITY = Severity.WARNING


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Cells with several letters other than A and R."""
    for row in open_records(portfolio.book, Responsibility):
        for role, letters in row.roles.items():
            if len(letters) > 1 and set(letters) != {"A", "R"}:
                message = f"expected one letter or A/R, found {'/'.join(letters)}"
                yield Fault.at(row, "roles", role, message=message, cure="keep the strongest letter")
