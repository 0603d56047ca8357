"""One status report in full."""

from collections.abc import Iterator

from handbook.analysis.reports import report_date
from handbook.analysis.words import age, dated
from handbook.records.kinds.report import Report
from handbook.views.block.block import Block, Paragraph
from handbook.views.block.inline import Phrase
from handbook.views.detail.common import ending
from handbook.views.naming import joined, named
from handbook.views.view import Ground


def report_in_full(ground: Ground, report: Report, heading_level: int) -> Iterator[Block]:
    """The report, after a line that says when it was written, by whom and of which time."""
    yield Paragraph(joined(_facts(ground, report), " · "), quiet=True)
    yield from ending(ground, report, heading_level)


def _facts(ground: Ground, report: Report) -> Iterator[Phrase]:
    on = report_date(report)
    if on:
        yield (f"{dated(on)}, {age((ground.status_date - on).days)}",)
    if report.period:
        yield (report.period,)
    if report.author:
        yield ("by ", named(ground, report.author, report.project))
