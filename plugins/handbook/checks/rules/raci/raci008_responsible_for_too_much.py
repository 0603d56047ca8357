"""One role does much of a project.

When that one person is away, most of the work stands still.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
t1: {lead: A/R, tester: C}  # RACI008
t2: {lead: A/R, tester: C}
t3: {lead: A/R, tester: C}
t4: {lead: A/R, tester: C}
t5: {lead: A/R, tester: C}
```

```yaml title="apollo/plan.yml"
tasks:
  t1: {title: Work 1, duration: 2d}
  t2: {title: Work 2, duration: 2d}
  t3: {title: Work 3, duration: 2d}
  t4: {title: Work 4, duration: 2d}
  t5: {title: Work 5, duration: 2d}
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
t1: {lead: A/R}
t2: {lead: A/R}
t3: {tester: A/R}
t4: {tester: A/R}
t5: {sponsor: A/R}
```

```yaml title="apollo/plan.yml"
tasks:
  t1: {title: Work 1, duration: 2d}
  t2: {title: Work 2, duration: 2d}
  t3: {title: Work 3, duration: 2d}
  t4: {title: Work 4, duration: 2d}
  t5: {title: Work 5, duration: 2d}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.shares import too_large
from handbook.problems import Severity
from handbook.records.record import Part
from handbook.records.types.percent import Percent

CODE = "RACI008"
NAME = "responsible-for-too-much"
SEVERITY = Severity.INFO


class Options(Part):
    """What share is too much, and from how many rows on it is asked."""

    share: Percent = Field(0.5, description="The greatest share of rows in which one role is responsible.")
    rows: int = Field(5, ge=1, description="Rows from which on it is asked.")


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Roles with R in more rows of a matrix than the limit allows, in the place of the first of them."""
    yield from too_large(portfolio.book, "R", options.share, options.rows)
