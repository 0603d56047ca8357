"""How the project stands, in a few sentences, with who leads it and when it was last reported.

```handbook
view: headline
```
"""

from collections.abc import Iterator, Sequence

from handbook.analysis.words import age, capital, dated
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Paragraph
from handbook.views.block.inline import MEANINGS, Light, Phrase, Strong, Tag
from handbook.views.naming import joined, named, ref, worded
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A paragraph that answers, and a line of facts."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    pieces = ground.portfolio.headline(charter.id)
    sentence: Phrase = tuple(Strong(piece.text) if piece.strong else piece.text for piece in pieces)
    facts = Paragraph(joined(_facts(ground, charter), " · "), quiet=True)
    return (facts, Paragraph(sentence, lead=True)) if sentence else (facts,)


def _facts(ground: Ground, charter: Project) -> Iterator[Phrase]:
    colour = ground.portfolio.health(charter.id).overall.colour
    if charter.status == "active":
        yield (Light(colour, capital(MEANINGS[colour])),)
    else:
        yield (Tag(worded(charter.status)),)
    yield (f"Status on {dated(ground.status_date)}",)
    yield ("manager ", named(ground, charter.manager, charter.id))
    yield ("sponsor ", named(ground, charter.sponsor, charter.id))
    if charter.programme:
        yield (charter.programme,)
    last = ground.portfolio.last_report(charter.id)
    if last:
        yield ("last report ", ref(ground, last.report, age(last.age)))
