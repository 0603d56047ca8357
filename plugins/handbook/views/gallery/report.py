"""One status report in full; the latest one if no date is given.

```handbook
view: report
record: 2026-05-29
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.records.kinds.report import Report
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block
from handbook.views.detail.record import in_full
from handbook.views.naming import missing
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """Which report is shown."""

    record: Line = Field("", description="Its date or address; that of the page, or else the latest.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The report; nothing if there is none."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    if options.record:
        found = ground.book.find(options.record, charter.id, ("report",))
        return in_full(ground, found) if isinstance(found, Report) else ()
    last = ground.portfolio.last_report(charter.id)
    if last is None:
        return (missing(charter, "nothing was reported yet: add a report in", "reports/"),)
    return in_full(ground, last.report)
