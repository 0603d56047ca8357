"""The last report of a project lacks a section.

Readers look for four things: what was accomplished, what is next, what blocks, and which decisions are
needed. A heading with 'none' beneath it says more than no heading.

Fails:

```markdown title="apollo/reports/2026-02-27.md"
---
author: ana  # REPORT006
---
## Accomplished

Design is done.

## Next

Building.

## Blockers

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

import re
from collections.abc import Iterator

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import listed
from handbook.checks.rule import Fault
from handbook.checks.standing import open_projects
from handbook.problems import Severity
from handbook.records.kinds.report import Report

CODE = "REPORT006"
NAME = "section-missing"
SEVERITY = Severity.WARNING

_SECTIONS = ("accomplished", "next", "blockers", "decisions needed")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)


def check(portfolio: Portfolio) -> Iterator[Fault]:
    """The newest report of each open project, if it has not all sections."""
    for project in open_projects(portfolio.book):
        last = max(portfolio.book.of(Report, project.id), key=lambda report: report.id, default=None)
        if last is None:
            continue
        headings = " ".join(_HEADING.findall(last.description)).casefold()
        missing = [section for section in _SECTIONS if section not in headings]
        if missing:
            message = f"expected headings {listed(list(_SECTIONS))}, found no {' and no '.join(missing)}"
            yield Fault.at(last, message=message, cure=f"add '## {missing[0].capitalize()}'")
