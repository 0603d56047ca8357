"""When a project, or one of its milestones, will be finished: the chance to be done by each day.

The curve climbs from 0 to 100%; the pale bars behind it are the share of runs
that finish in each step, on a scale of their own.

```handbook
view: finish-distribution
of: M-2
```
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from pydantic import Field

from handbook.analysis.forecast.forecast import Forecast, Outlook
from handbook.analysis.forecast.wording import chance
from handbook.analysis.words import dated
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.drawings.amounts import Box, Curve, Curves, Level, Spot
from handbook.views.drawings.curves import narrow, wide
from handbook.views.drawings.day_names import Marked
from handbook.views.naming import label
from handbook.views.sureness import milestone, milestone_faults
from handbook.views.view import Ground, OptionFault

SCOPE: view.Scope = "project"

_COLUMNS = (Column("Finished by"), Column("Chance", "right"))
_DAY = timedelta(days=1)
_ROWS = 15
_TALLEST = 0.6


class Options(view.Options):
    """What the picture is about."""

    of: Line = Field(
        "", description="A milestone of the project, or next; the whole project if none is named."
    )


def faults(book: Book, project: str | None, options: Options) -> Iterator[OptionFault]:
    """A milestone that is not there."""
    return milestone_faults(book, options.project or project, options.of)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One picture with its table; nothing where the date is sure."""
    charter = ground.charter(options)
    found = ground.portfolio.forecast(charter.id) if charter else None
    if charter is None or found is None:
        return ()
    named = _named(ground, charter, found, options.of)
    if named is None or named[1].is_certain:
        return ()
    name, one = named
    title = f"When {name} will be {'reached' if one.address else 'finished'}"
    curves = Curves(
        *(title, _description(one), *_ends(one), "%"),
        curves=(_curve(one),),
        boxes=_boxes(one),
        levels=_LEVELS,
        marked=_marked(one),
        tallest=_TALLEST,
    )
    twin = Table(_COLUMNS, list(_rows(ground, one)), title)
    about = f"{title}. " if one.address else ""
    line = "The line is the chance to be done by a day"
    what = f"{line}; the bars behind it, on a scale of their own, are the share of runs that are done then."
    signs = (about + what,)
    return (Picture(wide(curves), title, curves.description, twin, narrow(curves), signs, name=curves.name),)


_LEVELS = (Level(50, ""), Level(80, ""))


def _named(ground: Ground, charter: Project, found: Forecast, of: str) -> tuple[str, Outlook] | None:
    """The name and the outlook of what is asked for."""
    if not of:
        return label(charter), found.finish
    record = milestone(ground, charter, of)
    one = found.of(record.address) if record else None
    return None if record is None or one is None else (label(record), one)


def _description(one: Outlook) -> str:
    words = f"80% sure by {dated(one.p80)}, 50% by {dated(one.p50)}, 10% by {dated(one.p10)}"
    kept = f"; promised for {dated(one.due)}, kept with a chance of {chance(one.chance)}" if one.due else ""
    return f"{words}{kept}."


def _ends(one: Outlook) -> tuple[date, date]:
    days = [day for day, _ in one.days] + [day for day in (one.due, one.planned) if day]
    air = timedelta(days=2 + (max(days) - min(days)).days // 25)
    return min(days) - air, max(days) + air


def _curve(one: Outlook) -> Curve:
    first = one.days[0][0] - _DAY
    spots = [Spot(day, 100 * share) for day, share in one.curve]
    return Curve([Spot(first, 0.0), *spots[:-1], Spot(spots[-1].day, 100.0)], "done")


def _boxes(one: Outlook) -> tuple[Box, ...]:
    last = [day for day, _ in one.days]
    step = min((after - before for before, after in pairwise(last)), default=_DAY)
    return tuple(
        Box(day - step + _DAY, day, 100 * share, f"{dated(day)}: {chance(share)}") for day, share in one.days
    )


def _marked(one: Outlook) -> tuple[Marked, ...]:
    marks = [Marked(one.p50, "50%"), Marked(one.p80, "80%")]
    if one.planned:
        marks.append(Marked(one.planned, "plan"))
    if one.due:
        marks.append(Marked(one.due, "promised"))
    return tuple(sorted(marks))


def _rows(ground: Ground, one: Outlook) -> Iterator[Row]:
    """Some days of the curve, evenly over it, and those that count."""
    curve = dict(one.curve)
    step = max(len(curve) // _ROWS, 1)
    days = {*list(curve)[::step], one.days[-1][0]}
    for day in sorted(days):
        yield Row(((dated(day),), (chance(min(curve[day], 1.0)),)))
