"""One issue in full."""

from collections.abc import Iterator

from handbook.records.kinds.issue import Issue
from handbook.views.block.block import Block
from handbook.views.block.inline import Tag, Tone
from handbook.views.dates import dated, due
from handbook.views.detail.common import Fact, ending, pairs, text
from handbook.views.naming import all_named, named, owner, prose, worded
from handbook.views.view import Ground

GRADES: dict[str, Tone] = {"low": "plain", "medium": "plain", "high": "warn", "critical": "bad"}
"""The tone in which each grade of severity is shown."""


def issue_in_full(ground: Ground, issue: Issue, heading_level: int) -> Iterator[Block]:
    """Everything that the record of an issue says."""
    yield from pairs(_facts(ground, issue))
    yield from ending(ground, issue, heading_level)
    if issue.resolution.strip():
        yield prose(ground, issue, issue.resolution, heading_level)


def severity(issue: Issue) -> Tag:
    """How much harm an issue does."""
    return Tag(issue.severity, GRADES[issue.severity])


def _facts(ground: Ground, issue: Issue) -> Iterator[Fact]:
    on, project = ground.status_date, issue.project
    yield "Status", (Tag(worded(issue.status)),)
    yield "Kind", text(worded(issue.type))
    yield "Severity", (severity(issue),)
    yield "Priority", text(issue.priority or "")
    yield "Owner", owner(ground, issue)
    yield "Due", due(issue.due, on, issue.is_open)
    yield "Blocks", all_named(ground, issue.blocks, project)
    yield "From risk", (named(ground, issue.from_risk, project),) if issue.from_risk else ()
    yield "Escalated to", (named(ground, issue.escalated_to, project),) if issue.escalated_to else ()
    yield "Raised by", (named(ground, issue.raised_by, project),) if issue.raised_by else ()
    yield "Raised", dated(issue.raised, on)
    yield "Resolved", dated(issue.resolved, on)
