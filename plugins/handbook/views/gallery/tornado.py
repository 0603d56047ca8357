"""What moves the finish of a project, or one of its milestones: the tasks and risks that drive it.

Each bar says by how many working days it is expected earlier or later: with a task as short or as long as it
is one time in ten, without a risk and with it. The strongest is on top.

```handbook
view: tornado
of: M-2
most: 8
```
"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from handbook.analysis.forecast.forecast import Forecast, Influence
from handbook.analysis.forecast.wording import chance, influence
from handbook.analysis.words import capital
from handbook.records.book import Book
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.block.inline import Muted, Note, Phrase
from handbook.views.drawings.tornado import Bar, Tornado, narrow, wide
from handbook.views.naming import label, named
from handbook.views.sureness import milestone, milestone_faults
from handbook.views.view import Ground, OptionFault

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("What moves it"),
    Column("Days", "right"),
    Column("Earlier", "right"),
    Column("Later", "right"),
    Column("Critical", "right", minor=True),
    Column("Cruciality", "right", minor=True),
    Column("Probability", "right", minor=True),
)


_KINDS = {"task": "task", "risk": "risk", "wait": "waited for"}


class Options(view.Options):
    """What is moved, and how much the tornado shows."""

    of: Line = Field("", description="A milestone of the project, or next; its finish if none is named.")
    most: int = Field(10, ge=1, le=30, description="The greatest number of bars.")


def faults(book: Book, project: str | None, options: Options) -> Iterator[OptionFault]:
    """A milestone that is not there."""
    return milestone_faults(book, options.project or project, options.of)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One picture with its table; nothing if nothing moves the finish, or the milestone."""
    charter = ground.charter(options)
    about = milestone(ground, charter, options.of) if charter and options.of else None
    if charter is None or (options.of and about is None):
        return ()
    found = ground.portfolio.forecast(charter.id, of=about.id if about else "")
    if found is None or not found.influences:
        return ()
    shown = found.influences[: options.most]
    title = f"What moves {label(about) if about else f'the finish of {label(charter)}'}"
    bars = [_bar(ground, one) for one in shown]
    tornado = Tornado(title, _description(ground, found), bars, "working days")
    twin = Table(_COLUMNS, [_row(ground, charter.id, one) for one in shown], title)
    signs = (f"{f'{title}. ' if about else ''}{_signs(shown)}",)
    return (Picture(wide(tornado), title, tornado.description, twin, narrow(tornado), signs, name="tornado"),)


def _signs(shown: Sequence[Influence]) -> str:
    """What the bars mean."""
    waits = any(one.kind == "wait" for one in shown)
    others = ", and dates of other projects, from early to late" if waits else ""
    return (
        f"Working days from the mean date. Solid bars are tasks, from short to long{others}; "
        "outlined ones are risks, without and with them."
    )


def _bar(ground: Ground, one: Influence) -> Bar:
    name = capital(influence(ground.book, one))
    return Bar(name, one.low, one.high, one.kind == "risk", f"{name}: {_moved(one)}")


def _moved(one: Influence) -> str:
    return f"{one.low:+.1f} to {one.high:+.1f} working days".replace("-", "−")


def _description(ground: Ground, found: Forecast) -> str:
    first = found.influences[0]
    return (
        f"{influence(ground.book, first)} moves the expected date most, "
        f"by {abs(first.swing):.1f} working days; {len(found.influences)} tasks and risks move it at all."
    )


def _row(ground: Ground, project: str, one: Influence) -> Row:
    name = named(ground, one.address, project) if one.address else Muted(capital(influence(ground.book, one)))
    low, high = sorted((one.low, one.high))
    return Row(
        (
            (name, Note(_KINDS[one.kind])),
            (f"{abs(one.swing):.1f}",),
            (f"{low:+.1f}".replace("-", "−"),),
            (f"{high:+.1f}",),
            _said(chance(one.criticality)),
            () if one.cruciality is None else (f"{one.cruciality:.2f}",),
            _said(chance(one.probability)),
        )
    )


def _said(words: str) -> Phrase:
    return (words,) if words else ()
