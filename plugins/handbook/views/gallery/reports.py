"""The status reports of a project: the latest in full, earlier ones folded.

```handbook
view: reports
most: 12
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.reports import report_date
from handbook.analysis.words import dated
from handbook.records.kinds.report import Report
from handbook.views import view
from handbook.views.block.block import Block, Fold, Heading
from handbook.views.block.inline import Muted, Phrase
from handbook.views.detail.record import in_full
from handbook.views.naming import missing
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """How many reports are shown."""

    most: int = Field(12, ge=1, description="The greatest number of reports.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The latest report, then the earlier ones behind their dates."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    reports = sorted(ground.book.of(Report, charter.id), key=lambda report: report.id, reverse=True)
    if not reports:
        return (missing(charter, "nothing was reported yet: add a report in", "reports/"),)
    latest, *earlier = reports[: options.most]
    folds = [Fold(_name(report), in_full(ground, report, 4), anchor=report.address) for report in earlier]
    return (Heading(_name(latest), 3, anchor=latest.address), *in_full(ground, latest, 4), *folds)


def _name(report: Report) -> Phrase:
    on = report_date(report)
    when = dated(on) if on else report.id
    return (report.title, Muted(f" {when}")) if report.title else (when,)
