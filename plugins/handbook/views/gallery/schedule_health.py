"""Schedule health: the 14 points of the DCMA with their limits, the tasks that break them, and the trend.

```handbook
view: schedule-health
show: failed
```
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from handbook.analysis.schedule_points.point import Outcome, Point
from handbook.analysis.schedule_points.telling import limit, told
from handbook.analysis.words import capital, figure, number
from handbook.records.parts import Colour
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Items, Paragraph, Row, Table
from handbook.views.block.inline import Light, Muted, Note, Phrase
from handbook.views.dates import day
from handbook.views.naming import titled
from handbook.views.view import Ground

SCOPE: view.Scope = "project"

_MOST = 4
"""Of how many baselines the trend is told: the latest."""
_COLOURS: dict[Outcome, Colour | Literal["none"]] = {
    "passed": "green",
    "failed": "red",
    "reported": "none",
    "not evaluated": "none",
}
_MEANINGS = {
    13: "working days left until the agreed finish, for each that is still needed",
    14: "tasks that are done, for each that was to be done by now",
}
"""Of the points whose subject is no more than their name."""


class Options(view.Options):
    """Which points are shown."""

    show: Literal["all", "failed"] = Field("all", description="All 14, or those that fail.")
    tasks: bool = Field(True, description="Whether the tasks that were counted are listed beneath.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A sentence, the table with the trend, the tasks; nothing without a plan."""
    charter = ground.charter(options)
    if charter is None or not ground.portfolio.plan(charter.id).entries:
        return ()
    points = ground.portfolio.schedule_health(charter.id)
    if all(point.outcome == "not evaluated" for point in points):
        return ()
    shown = [point for point in points if options.show == "all" or point.outcome == "failed"]
    blocks: list[Block] = [Paragraph((_sentence(points),), lead=True)]
    if shown:
        blocks.append(_table(ground, charter.id, shown))
    if options.tasks:
        blocks += [fold for point in shown for fold in _tasks(ground, point)]
    return tuple(blocks)


def _sentence(points: Sequence[Point]) -> str:
    failed = [point.name for point in points if point.outcome == "failed"]
    judged = sum(point.outcome in ("passed", "failed") for point in points)
    if not failed:
        return f"The schedule keeps all of the {judged} points that could be judged."
    names = f": {', '.join(failed)}" if len(failed) <= 5 else ""
    fail = "fails" if len(failed) == 1 else "fail"
    return f"{capital(number(len(failed)))} of the {judged} points that could be judged {fail}{names}."


def _table(ground: Ground, project: str, shown: Sequence[Point]) -> Table:
    then = ground.portfolio.health_trend(project)[-_MOST:]
    on = ground.status_date
    columns = (
        Column("Point"),
        *(Column(day(one.baseline.date, on), "right", minor=True) for one in then),
        Column("Now", "right"),
        Column("Limit", "right"),
        Column("Outcome"),
    )
    rows = [
        Row(
            (
                _name(point),
                *(_cell(one.points[point.number - 1]) for one in then),
                _cell(point),
                (limit(point).replace(" ", "\u00a0"),) if point.limit else (),
                _outcome(point),
            )
        )
        for point in shown
    ]
    return Table(columns, rows, "Schedule health: the 14 points of the DCMA", narrow="cards").filled()


def _name(point: Point) -> Phrase:
    meaning = _MEANINGS.get(point.number, point.subject)
    note = () if meaning == point.name else (Note(meaning),)
    return (f"{point.number} {capital(point.name)}", *note)


def _cell(point: Point) -> Phrase:
    """A value, with a sign if it breaks its limit."""
    value = told(point, point.value)
    if not value:
        return ()
    return (Light("red", value),) if point.outcome == "failed" else (value,)


def _outcome(point: Point) -> Phrase:
    said = Light(_COLOURS[point.outcome], point.outcome)
    return (said, Note(point.why)) if point.why else (said,)


def _tasks(ground: Ground, point: Point) -> Iterator[Fold]:
    """The tasks that were counted, each with a link; of those withheld only how many there are."""
    open_ = [entry for entry in point.offenders if not entry.record.withheld]
    hidden = len(point.offenders) - len(open_)
    if not point.offenders:
        return
    items: list[Phrase] = [titled(ground, entry.record) for entry in open_]
    if hidden:
        items.append((Muted(f"and {figure(hidden, 'task')} not shown"),))
    yield Fold((f"{capital(point.name)}: {figure(len(point.offenders), 'task')}",), (Items(items),))
