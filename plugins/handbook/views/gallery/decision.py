"""One decision in full: where it stands, who decides, and why.

```handbook
view: decision
record: D-5
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block
from handbook.views.detail.record import in_full
from handbook.views.view import Ground

SCOPE: view.Scope = "any"


class Options(view.Options):
    """Which decision is shown."""

    record: Line = Field("", description="Its address; the record of the page if none is given.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The decision; nothing if there is none at that address."""
    scope = options.project or ground.project
    record = ground.book.find(options.record, scope, ("decision",)) if options.record else None
    return in_full(ground, record) if record else ()
