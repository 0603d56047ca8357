"""A waiver was approved by somebody without authority, or by the owner of the record.

Whoever waives a rule takes the responsibility for what it was to prevent. That is for the sponsor, or for a
role that the handbook names, and never for the one who has to keep the rule.

Fails:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: tom
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20
```

```yaml title="apollo/waivers.yml"
W-1:
  rule: RISK005
  record: R-1
  reason: The supplier tells its figures at the end of March.
  approved_by: tom  # WAIVER004
  expires: 2026-03-31
```

Passes:

```yaml title="apollo/risks.yml"
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: tom
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20
```

```yaml title="apollo/waivers.yml"
W-1:
  rule: RISK005
  record: R-1
  reason: The supplier tells its figures at the end of March.
  approved_by: pmo
  expires: 2026-03-31
```

```yaml title="roles.yml"
pmo: {title: Project office, holder: ana}
```

```yaml title="handbook.yml"
status_date: 2026-03-02
rules:
  options:
    WAIVER004: {also: pmo}
```
"""

from collections.abc import Iterator

from pydantic import Field

from handbook.analysis.parties import is_same, label
from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.book import Book
from handbook.records.kinds.waiver import Waiver
from handbook.records.record import Part
from handbook.records.types.text import Line

CODE = "WAIVER004"
NAME = "waived-without-authority"
SEVERITY = Severity.ERROR


class Options(Part):
    """Who may waive."""

    also: Line = Field(
        "", description="Roles or people who may waive beside the sponsor, with commas between them."
    )


def check(portfolio: Portfolio, options: Options) -> Iterator[Fault]:
    """Waivers that hold and were approved by the owner of the record, or by nobody who may."""
    book = portfolio.book
    also = [name.strip() for name in options.also.split(",") if name.strip()]
    for project in open_projects(book):
        may = [project.sponsor, *also]
        for waiver in book.of(Waiver, project.id):
            if waiver.expires < portfolio.status_date:
                continue
            if not any(is_same(book, waiver.approved_by, name) for name in may):
                yield _fault(book, waiver, f"by {' or '.join(label(book, name) for name in may)}")
            elif _is_owner(book, waiver):
                yield _fault(book, waiver, "by somebody else than the owner of the record")


def _is_owner(book: Book, waiver: Waiver) -> bool:
    record = book.find(waiver.record, waiver.project)
    owner = record.owner if record else None
    return owner is not None and is_same(book, waiver.approved_by, owner)


def _fault(book: Book, waiver: Waiver, expected: str) -> Fault:
    message = f"expected the waiver to be approved {expected}, found {label(book, waiver.approved_by)}"
    return Fault.at(waiver, "approved_by", message=message, cure="ask them, or put right what it sets aside")
