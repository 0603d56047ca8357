"""A row of the matrix is about nothing that exists.

The id of a row is that of a task, milestone, deliverable or decision. A row about anything else is shown
nowhere.

Fails:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
bild: {lead: A/R}  # RACI010
```

Passes:

```yaml title="roles.yml"
lead: {title: Project lead, holder: ana}
tester: {title: Tester, holder: tom}
sponsor: {title: Sponsor, holder: eve}
```

```yaml title="apollo/raci.yml"
build: {lead: A/R}
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.problems.nearest import did_you_mean
from handbook.records.kind import kinds
from handbook.records.kinds.raci import Responsibility

CODE = "RACI010"
NAME = "unknown-row"
SEVERITY = Severity.ERROR

_ABOUT = ("task", "milestone", "deliverable", "decision")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Rows whose id resolves to nothing of the right kind."""
    book = portfolio.book
    for row in book.of(Responsibility):
        if book.resolve(row.id, row.project, _ABOUT) or book.is_hidden(row.id, row.project):
            continue
        models = [kind.model for name, kind in kinds().items() if name in _ABOUT]
        known = [record.id for model in models for record in book.of(model, row.project)]
        message = f"expected the id of a task, milestone, deliverable or decision, found '{row.id}'"
        yield Fault.at(row, message=message, cure=did_you_mean(row.id, known))
