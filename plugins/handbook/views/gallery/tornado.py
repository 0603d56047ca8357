"""What moves the finish of a project: the tasks and risks that drive it, the strongest on top.

Each bar says by how many working days the finish is expected earlier or later: with a task as short or as
long as it is one time in ten, without a risk and with it.

```handbook
view: tornado
most: 8
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.analysis.forecast.forecast import Forecast, Influence
from handbook.analysis.forecast.wording import chance, influence
from handbook.analysis.words import capital
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.block.inline import Muted, Note, Phrase
from handbook.views.drawings.tornado import Bar, Tornado, narrow, wide
from handbook.views.naming import label, named
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("What moves the finish"),
    Column("Days", "right"),
    Column("Earlier", "right"),
    Column("Later", "right"),
    Column("Critical", "right", minor=True),
    Column("Cruciality", "right", minor=True),
    Column("Probability", "right", minor=True),
)


class Options(view.Options):
    """How much the tornado shows."""

    most: int = Field(10, ge=1, le=30, description="The greatest number of bars.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One picture with its table; nothing if nothing moves the finish."""
    charter = ground.charter(options)
    found = ground.portfolio.forecast(charter.id) if charter else None
    if charter is None or found is None or not found.influences:
        return ()
    shown = found.influences[: options.most]
    title = f"What moves the finish of {label(charter)}"
    bars = [_bar(ground, one) for one in shown]
    tornado = Tornado(title, _description(ground, found), bars, "working days")
    twin = Table(_COLUMNS, [_row(ground, charter.id, one) for one in shown], title)
    signs: Phrase = (
        "Working days from the mean finish. Solid bars are tasks, from short to long; "
        "outlined ones are risks, without and with them.",
    )
    return (Picture(wide(tornado), title, tornado.description, twin, narrow(tornado), signs, name="tornado"),)


def _bar(ground: Ground, one: Influence) -> Bar:
    name = capital(influence(ground.book, one))
    return Bar(name, one.low, one.high, one.kind == "risk", f"{name}: {_moved(one)}")


def _moved(one: Influence) -> str:
    return f"{one.low:+.1f} to {one.high:+.1f} working days".replace("-", "−")


def _description(ground: Ground, found: Forecast) -> str:
    first = found.influences[0]
    return (
        f"{influence(ground.book, first)} moves the expected finish most, "
        f"by {abs(first.swing):.1f} working days; {len(found.influences)} tasks and risks move it at all."
    )


def _row(ground: Ground, project: str, one: Influence) -> Row:
    name = named(ground, one.address, project) if one.address else Muted(capital(influence(ground.book, one)))
    low, high = sorted((one.low, one.high))
    return Row(
        (
            (name, Note("risk" if one.kind == "risk" else "task")),
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
