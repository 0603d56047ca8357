"""The lessons learned: what happened, what to do next time and why; the latest at the top.

```handbook
view: lessons
about: planning
```
"""

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import Field

from handbook.records.kinds.lesson import Lesson
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Heading, Paragraph
from handbook.views.block.inline import Note, Phrase
from handbook.views.detail.common import spoken
from handbook.views.detail.record import has_page, in_full
from handbook.views.naming import heading, label, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "any"


class Options(view.Options):
    """Which lessons are told."""

    about: Line = Field("", description="Only those that help in this: planning, testing, purchasing.")
    most: int | None = Field(None, ge=1, description="The greatest number of lessons.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """Each lesson under its own heading; nothing without lessons."""
    charters = ground.charters(options)
    found = [lesson for charter in charters for lesson in ground.book.of(Lesson, charter.id)]
    wanted = options.about.casefold()
    shown = [
        lesson
        for lesson in found
        if not lesson.withheld and (not wanted or wanted in map(str.casefold, lesson.applies_to))
    ]
    shown.sort(key=lambda lesson: lesson.learned or date.min, reverse=True)
    single = len(charters) == 1
    return tuple(block for lesson in shown[: options.most] for block in _told(ground, lesson, single))


def _told(ground: Ground, lesson: Lesson, single: bool) -> Iterator[Block]:
    """A lesson in full; of one that has a page of its own, what to do next time, with a link to it."""
    if has_page(lesson) or not single:
        pieces = tuple(piece for piece in titled(ground, lesson, single) if not isinstance(piece, Note))
        yield Heading(pieces)
        yield from spoken(ground, lesson, "Next time", lesson.recommendation, 4)
        charter = None if single or not lesson.project else ground.book.project(lesson.project)
        helps: Phrase = (*((label(charter),) if charter else ()),)
        yield from (Paragraph(helps, quiet=True),) if helps else ()
        return
    yield Heading(heading(lesson), anchor=lesson.address)
    yield from in_full(ground, lesson, 4)
