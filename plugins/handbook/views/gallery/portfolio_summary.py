"""How many projects are on track, and which ones need attention, with the reason.

```handbook
view: portfolio-summary
most: 5
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.attention import attention
from handbook.analysis.words import capital, count, listed, number
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Items, Paragraph
from handbook.views.block.inline import MEANINGS, Light, Phrase, Strong
from handbook.views.naming import ref
from handbook.views.view import Ground

SCOPE: view.Scope = "portfolio"


class Options(view.Options):
    """How much the summary says."""

    most: int = Field(5, ge=0, description="The greatest number of projects that are named.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A sentence, and the projects that need attention."""
    running = [one for one in attention(ground.portfolio) if one.status in {"active", "on-hold"}]
    if not running:
        return ()
    colours = {one.id: ground.portfolio.health(one.id).overall.colour for one in running}
    troubled = [one for one in running if colours[one.id] in {"red", "amber"}]
    lead = Paragraph(_sentence(list(colours.values())), lead=True)
    points = Items([_point(ground, one) for one in troubled[: options.most]])
    rest = len(troubled) - options.most
    more = (Paragraph((f"{capital(count(rest, 'more project'))} at risk or off track.",), quiet=True),)
    return (lead, *((points,) if points.phrases else ()), *(more if rest > 0 else ()))


def _sentence(colours: Sequence[str]) -> Phrase:
    """How many projects have each colour, the best first."""
    parts = [
        f"{number(found)} {MEANINGS[colour]}"
        for colour in ("green", "amber", "red")
        if (found := colours.count(colour))
    ]
    judged = len(colours) - colours.count("none")
    rest = (
        f"; {count(colours.count('none'), 'project')} cannot be judged yet" if judged < len(colours) else ""
    )
    if not parts:
        return (f"{capital(count(len(colours), 'project'))} under way, none can be judged yet.",)
    verb = "is" if len(colours) == 1 else "are"
    return (
        f"{capital(count(len(colours), 'project'))} {verb} under way: ",
        Strong(listed(parts)),
        f"{rest}.",
    )


def _point(ground: Ground, charter: Project) -> Phrase:
    overall = ground.portfolio.health(charter.id).overall
    return (Light(overall.colour), " ", ref(ground, charter), f": {overall.reason}")
