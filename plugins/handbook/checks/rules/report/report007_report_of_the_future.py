"""A report is dated after the status date.

Nobody can report on what has yet to happen. Its file is misnamed, or the status date is too old.

Fails:

```markdown title="apollo/reports/2026-12-31.md"
---
author: ana  # REPORT007
---
## Accomplished

Design is done.

## Next

Building.

## Blockers

None.

## Decisions needed

None.
```

Passes:

```markdown title="apollo/reports/2026-02-27.md"
---
author: ana
---
## Accomplished

Design is done.

## Next

Building.

## Blockers

None.

## Decisions needed

None.
```
"""

from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.report import Report

CODE = "REPORT007"
NAME = "report-of-the-future"
SEVERITY = Severity.ERROR


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Reports whose day lies after the status date."""
    for report in portfolio.book.of(Report):
        if report.id > portfolio.status_date.isoformat():
            message = f"expected a report of a day up to {portfolio.status_date}, found {report.id}"
            yield Fault.at(report, message=message, cure="rename its file")
