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
from functools import partial

from handbook.analysis.portfolio import Portfolio
from handbook.checks.cures import Cures
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.kinds.raci import Responsibility

CODE = "RACI010"
NAME = "unknown-row"
SEVERITY = Severity.ERROR

_ABOUT = ("task", "milestone", "deliverable", "decision")


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Rows whose id resolves to nothing of the right kind."""
    book, cures = portfolio.book, Cures()
    for row in book.of(Responsibility):
        if not book.resolve(row.id, row.project, _ABOUT) and not book.is_hidden(row.id, row.project):
            cure = cures.nearest(row.id, partial(_names, book, row.project), project=row.project)
            message = f"expected the id of a task, milestone, deliverable or decision, found '{row.id}'"
            yield Fault.at(row, message=message, cure=cure)


def _names(book: Book, project: str | None) -> Iterator[str]:
    for word in _ABOUT:
        yield from (record.id for record in book.of(kinds()[word].model, project))
