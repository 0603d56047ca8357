"""Reports: what the manager tells the stakeholders, by period.

Example:
```markdown title="apollo/reports/2026-02-27.md"
---
title: The design is done
period: February
author: ana
---
## Accomplished
- The design was accepted on 16 January.

## Next
- The public interface by 13 March.

## Blockers
- None.

## Decisions needed
- None.
```
"""

from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Record
from handbook.records.types.reference import PartyRef
from handbook.records.types.text import Line


class Report(Record):
    """A status report; its id is its date.

    The body has sections: accomplished, next, blockers, decisions needed.
    """

    kind: ClassVar[str] = "report"

    period: Line = Field("", description="What it covers: a week, a month.")
    author: PartyRef | None = Field(None, description="Who wrote it.")


KIND = Kind(Report, folder="reports", naming="date")
