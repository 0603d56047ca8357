"""How full the weeks ahead are: the work of people and teams against the time they have.

```handbook
view: workload
weeks: 16
```
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from handbook.analysis.staffing import shows_people, team_loads
from handbook.analysis.words import figure, listed
from handbook.analysis.workload import Load, Party, Week
from handbook.planning.wording import month
from handbook.records.kinds.team import Team
from handbook.records.parts import Colour
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Picture, Row, Table
from handbook.views.block.inline import Light, Muted, Phrase
from handbook.views.dates import day
from handbook.views.drawings.heat import Cell, Heat, HeatRow, narrow, wide
from handbook.views.naming import label, ref
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_FULL, _ROUNDING = 1.0, 1e-6
_MOST_NAMED = 3


class Options(view.Options):
    """Which weeks and people the map shows."""

    weeks: int = Field(12, ge=1, le=26, description="How many weeks from the status date on.")
    most: int = Field(40, ge=1, le=200, description="The most rows; those with the fullest weeks stay.")
    least: int = Field(
        0, ge=0, le=1000, description="Only people and teams with a week at least so full, in percent."
    )


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A sentence, the map, and its weeks as a table; nothing where leave may not be seen."""
    if not shows_people(ground.book):
        return ()
    charters = ground.charters(options)
    loads = team_loads(ground.portfolio, charters, options.weeks)
    shown = _fullest([load for load in loads if 100 * _peak(load) >= options.least], options.most)
    if not shown:
        return ()
    single = len(charters) == 1
    heat = _heat(ground, shown, single=single)
    twin = Table(
        (Column("Who"), *(Column(day(week.monday, ground.status_date), "right") for week in shown[0].weeks)),
        [_row(ground, load) for load in shown],
        heat.title,
        narrow="scroll",
    )
    less = len(loads) - len(shown)
    more = (
        (Paragraph((Muted(f"{figure(less, 'row')} with less work not shown"),), quiet=True),) if less else ()
    )
    return (
        Paragraph(_sentence(ground, loads)),
        Picture(wide(heat), heat.title, heat.description, twin, narrow(heat), _legend(single), name="heat"),
        *more,
    )


def _fullest(loads: Sequence[Load], most: int) -> list[Load]:
    """At most so many, in their order: those whose fullest week is the fullest."""
    ranked = sorted(range(len(loads)), key=lambda at: (-_peak(loads[at]), at))[:most]
    return [loads[at] for at in sorted(ranked)]


def _peak(load: Load) -> float:
    return max((week.share for week in load.weeks), default=0.0)


def _sentence(ground: Ground, loads: Sequence[Load]) -> Phrase:
    """Who has more work than time, and when it is worst."""
    over = [load for load in loads if _peak(load) > _FULL + _ROUNDING]
    if not over:
        return (f"Nobody has more work than time in the {_span(loads)}.",)
    over.sort(key=lambda load: -_peak(load))
    parts: list[str] = []
    for load in over[:_MOST_NAMED]:
        week = max(load.weeks, key=lambda one: one.share)
        when = day(week.monday, ground.status_date)
        parts.append(f"{label(load.party)} in the week of {when} ({_percent(week)})")
    rest = len(over) - _MOST_NAMED
    if rest > 0:
        parts.append(f"{rest} more")
    return (f"More work than time in the {_span(loads)}: {listed(parts)}.",)


def _span(loads: Sequence[Load]) -> str:
    return f"next {figure(len(loads[0].weeks), 'week')}" if loads else "weeks ahead"


def _percent(week: Week) -> str:
    return f"{week.share:.0%}" if week.time else "no time at all"


def _heat(ground: Ground, loads: Sequence[Load], *, single: bool) -> Heat:
    mondays = [week.monday for week in loads[0].weeks]
    over = sum(_peak(load) > _FULL + _ROUNDING for load in loads)
    what = "of this project" if single else "of all projects"
    return Heat(
        f"Workload {what} by week",
        f"{figure(len(loads), 'row')} of people and teams, {over} with a week of more work than time.",
        [str(monday.day) for monday in mondays],
        list(_months(mondays)),
        [
            HeatRow(
                label(load.party),
                [_cell(ground, load.party, week) for week in load.weeks],
                isinstance(load.party, Team),
                load.inside,
            )
            for load in loads
        ],
    )


def _months(mondays: Sequence[date]) -> Iterator[tuple[int, str]]:
    for at, monday in enumerate(mondays):
        if at == 0 or monday.month != mondays[at - 1].month:
            yield at, month(monday)[:3] if len(mondays) > 1 else month(monday)


def _fill(week: Week) -> str:
    """The ground of a cell: the darker the fuller, in four steps up to all the time there is."""
    colour = _colour(week)
    return f"load-{min(4, 1 + int(4 * week.share - _ROUNDING))}" if colour == "green" else colour


def _colour(week: Week) -> Colour | Literal["none"]:
    if not week.work:
        return "none"
    return "red" if week.share > 1.2 + _ROUNDING else "amber" if week.share > _FULL + _ROUNDING else "green"


def _cell(ground: Ground, party: Party, week: Week) -> Cell:
    words = "" if not week.work else f"{round(100 * week.share)}" if week.time else "!"
    work = f"{_hours(week.work)} hours of work, {_hours(week.time)} of time" if week.work else "no work"
    tip = f"{label(party)}, week of {day(week.monday, ground.status_date)}: {work}"
    return Cell(_fill(week), words, f"{tip}{', away' if not week.time else ''}", away=not week.time)


def _hours(minutes: float) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")


def _row(ground: Ground, load: Load) -> Row:
    cells = [_share(week) for week in load.weeks]
    return Row(
        ((ref(ground, load.party),), *cells), depth=int(load.inside), strong=isinstance(load.party, Team)
    )


def _share(week: Week) -> Phrase:
    if not week.work:
        return () if week.time else (Muted("away"),)
    colour = _colour(week)
    text = f"{week.share:.0%}" if week.time else "away, with work"
    return (Light(colour, text),) if week.share > _FULL + _ROUNDING else (text,)


def _legend(single: bool) -> Phrase:
    what = "the work of this project" if single else "the work of all open projects"
    return (
        f"number: {what} in percent of the time there is · line: away · amber: above 100% · red: above 120%",
    )
