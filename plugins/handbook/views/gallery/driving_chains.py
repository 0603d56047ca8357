"""Why each milestone is on its date, in short, one behind the other.

Each chain begins at the milestone that comes before on it, which has a chain of its own. Dates of milestones
in lists and timelines lead here.

    ```handbook
    view: driving-chains
    ```
"""

from collections.abc import Sequence

from handbook.views import view
from handbook.views.block.block import Block
from handbook.views.explained.milestones import chains
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """The project whose milestones are explained."""


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One fold for each milestone with a date to come."""
    charter = ground.charter(options)
    return tuple(chains(ground, charter)) if charter else ()
