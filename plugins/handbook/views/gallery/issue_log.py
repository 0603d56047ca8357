"""The issues with their severity, owner and date; open ones first, the gravest at the top.

```handbook
view: issue-log
show: open
```
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.words import capital
from handbook.records.kinds.issue import Issue
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Note
from handbook.views.dates import due
from handbook.views.detail.issue import GRADES, severity
from handbook.views.detail.record import has_page, in_full
from handbook.views.naming import all_named, heading, owner, titled, worded
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (
    Column("Issue"),
    Column("Severity"),
    Column("Owner"),
    Column("Due"),
    Column("Blocks", minor=True),
    Column("Status", minor=True),
)
_RANK = {grade: -number for number, grade in enumerate(GRADES)}


class Options(view.Options):
    """Which issues the log shows."""

    show: Literal["open", "closed", "all"] = Field(
        "open", description="Those somebody has to deal with, or others."
    )
    most: int | None = Field(None, ge=1, description="The greatest number of rows.")
    details: bool = Field(
        False, description="Whether each issue is told beneath the table, if it is no page of its own."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table, and the issues in full if that is asked for; nothing without issues."""
    charters = ground.charters(options)
    shown = [
        issue
        for charter in charters
        for issue in ground.book.of(Issue, charter.id)
        if options.show in {"all", "open" if issue.is_open else "closed"}
    ]
    if not shown:
        return ()
    single = len(charters) == 1
    shown.sort(key=lambda issue: (not issue.is_open, _RANK[issue.severity], issue.due is None, issue.due))
    shown = shown[: options.most]
    at_home = single and not options.details
    rows = [_row(ground, issue, single, at_home) for issue in shown]
    table = Table(_COLUMNS, rows, "Issues", sortable=True, filterable=len(rows) > 12)
    told = [issue for issue in shown if options.details and not has_page(issue)]
    return (table, *(Fold(heading(issue), in_full(ground, issue, 4), issue.address) for issue in told))


def _row(ground: Ground, issue: Issue, single: bool, at_home: bool) -> Row:
    escalated = (Note("escalated"),) if issue.escalated_to and issue.status in {"open", "in-progress"} else ()
    cells = (
        titled(ground, issue, single),
        (severity(issue),),
        owner(ground, issue),
        due(issue.due, ground.status_date, issue.is_open),
        all_named(ground, issue.blocks, issue.project) if issue.is_open else (),
        (capital(worded(issue.status)), *escalated),
    )
    return Row(cells, anchor=issue.address if at_home else "", keys=issue.type)
