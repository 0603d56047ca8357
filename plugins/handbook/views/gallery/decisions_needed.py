"""The decisions and change requests that wait for somebody, the most pressing first.

```handbook
view: decisions-needed
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.waiting import Waiting
from handbook.analysis.words import age
from handbook.views import view
from handbook.views.block.block import Block, Items
from handbook.views.block.inline import Inline, Muted, Note, Phrase
from handbook.views.dates import due
from handbook.views.naming import all_named, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "any"


class Options(view.Options):
    """How many decisions are named."""

    most: int | None = Field(None, ge=1, description="The greatest number of decisions.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A list; nothing if nothing waits."""
    charters = ground.charters(options)
    waiting = [one for charter in charters for one in ground.portfolio.waiting(charter.id)]
    if len(charters) > 1:
        waiting.sort(key=lambda one: (one.decide_by is None, one.decide_by))
    points = [_point(ground, one, len(charters) == 1) for one in waiting[: options.most]]
    return (Items(points),) if points else ()


def _point(ground: Ground, waiting: Waiting, single: bool) -> Phrase:
    record = waiting.record
    pieces: list[Inline] = [piece for piece in titled(ground, record, single) if not isinstance(piece, Note)]
    if waiting.deciders:
        pieces += [": ", *all_named(ground, waiting.deciders, record.project)]
    if waiting.decide_by:
        pieces += [", by ", *due(waiting.decide_by, ground.status_date)]
        if not waiting.is_overdue:
            pieces += [Muted(f", {age((ground.status_date - waiting.decide_by).days)}")]
    charter = None if single or not record.project else ground.book.project(record.project)
    return (*pieces, *((Note(charter.label),) if charter else ()))
