"""An active project has not reported for long.

Silence is read as bad news, and often is. The settings say how old a report may grow (`thresholds:
report_age`).

Fails:

```yaml title="apollo/project.yml"
title: Apollo  # REPORT001
manager: ana
sponsor: eve
status: active
start: 2026-01-05
```

```yaml title="handbook.yml"
status_date: 2026-03-02
thresholds: {report_age: 5ed}
```

```markdown title="apollo/reports/2026-02-20.md"
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

Passes:

```markdown title="apollo/reports/2026-02-20.md"
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
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.checks.completeness import is_complete
from handbook.checks.rule import Fault
from handbook.problems import Severity
from handbook.records.kinds.project import Project
from handbook.records.kinds.report import Report

CODE = "REPORT001"
NAME = "no-report"
SEVERITY = Severity.WARNING

_DAY = 24 * 60


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """Active projects whose last report, or start if there is none, is older than the settings allow."""
    book, day = portfolio.book, portfolio.status_date
    limit = book.settings.thresholds.report_age
    for project in book.projects:
        if project.status != "active" or not is_complete(book, project.id):
            continue
        days = [date.fromisoformat(report.id) for report in book.of(Report, project.id)]
        last = max(days, default=project.start)
        if _age(portfolio, project, last) > limit.minutes(_DAY, 5 * _DAY) / _DAY:
            found = f"the last one of {last}" if days else f"none since the start on {last}"
            message = f"expected a report that is at most {limit} old on {day}, found {found}"
            yield Fault.at(project, message=message, cure=f"write reports/{day}.md")


def _age(portfolio: Portfolio, project: Project, last: date) -> int:
    """Days since a day: calendar days if the settings count so, working days otherwise."""
    if portfolio.book.settings.thresholds.report_age.elapsed:
        return (portfolio.status_date - last).days
    return portfolio.plan(project.id).working_days(last, portfolio.status_date)
