"""Why a date is what it is: the chain of work, lags, holidays and leave that makes it.

The paths that are nearly as long follow, with how far they can slip before the date does, and what would
bring it in, measured change by change.

    ```handbook
    view: driving-chain
    record: M-5
    by: 1w
    ```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.explained.explanation import explanation
from handbook.analysis.final import final
from handbook.planning.breakdown import Item
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.types.duration import DurationField
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block
from handbook.views.explained.answer import answer
from handbook.views.explained.chain import picture
from handbook.views.explained.nearby import paths
from handbook.views.explained.sooner import sooner
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """Which date is explained, and how far."""

    record: Line = Field("", description="The milestone or task; the final milestone if none is given.")
    by: DurationField | None = Field(None, description="How much to bring it in; not asked if not given.")
    paths: int = Field(4, ge=1, le=20, description="The greatest number of paths, the first among them.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The answer, the chain as a picture, the paths nearly as long, what would bring it in."""
    charter = ground.charter(options)
    item = _item(ground, charter, options.record) if charter else None
    found = explanation(ground.portfolio, item, options.by, options.paths) if item else None
    if found is None:
        return ()
    return (
        answer(found.why, found.promise, found.status_date),
        picture(ground, found),
        *paths(ground, found),
        *sooner(found, options.by),
    )


def _item(ground: Ground, charter: Project, record: str) -> Item | None:
    """The item that is asked for, or the last one; None for one that is withheld."""
    kinds = ("task", "milestone")
    found = ground.book.find(record, charter.id, kinds) if record else _last(ground, charter)
    return found if isinstance(found, Task | Milestone) and not found.withheld else None


def _last(ground: Ground, charter: Project) -> Item | None:
    """What decides the final date; where the final promise has no forecast, the last milestone with one."""
    entry = final(ground.portfolio.case(charter.id)).entry
    if entry is None:
        plan = ground.portfolio.plan(charter.id)
        entry = max(plan, key=lambda one: (one.is_milestone, not one.summary, one.finish), default=None)
    return entry.record if entry else None
