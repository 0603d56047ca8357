"""The milestone trend: when each milestone was expected at each baseline, and when it is expected now.

A line that stays level holds its date, one that rises slips. It ends on the dotted line, where a forecast is
the present.

    ```handbook
    view: milestone-trend
    show: open
    ```
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from handbook.analysis.milestone_trend import Course, courses
from handbook.analysis.words import figure
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Column, Picture, Row, Table
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated, day
from handbook.views.drawings.trend import Track, Trend, narrow, wide
from handbook.views.naming import label, titled
from handbook.views.plans.promised import said
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """Which milestones are shown."""

    show: Literal["all", "open"] = Field("all", description="All, or those not reached.")
    most: int = Field(16, ge=1, le=40, description="The greatest number of milestones: those promised last.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One picture with its table; nothing without a baseline that knows a milestone."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    promises = [
        one for one in ground.portfolio.promises(charter.id) if options.show == "all" or not one.reached
    ]
    found = courses(promises, ground.portfolio.agreed(charter.id), ground.status_date)[-options.most :]
    return (_picture(ground, charter, found),) if found else ()


def _picture(ground: Ground, charter: Project, found: Sequence[Course]) -> Picture:
    title = f"Milestone trend of {label(charter)}"
    tracks = [
        Track(
            label(one.promise.milestone),
            one.forecasts,
            one.promise.colour,
            one.promise.reached is not None,
            f"{label(one.promise.milestone)}: {said(one.promise, ground.status_date)}",
        )
        for one in found
    ]
    moved = [_moved(ground, charter, one) for one in found]
    later = sum(days > 0 for days in moved)
    told = f"{later} of {figure(len(found), 'milestone')} later than first expected."
    trend = Trend(title, told, tracks, ground.status_date)
    legend: Phrase = (
        "across: the day of a forecast · upwards: the date it named · level: kept, rising: later",
        " · ◆ milestone, filled when reached · ┄ that very day",
    )
    return Picture(
        wide(trend), title, told, _table(ground, found, moved), narrow(trend), legend, name="trend"
    )


def _moved(ground: Ground, charter: Project, one: Course) -> int:
    """Working days from the first to the last forecast."""
    return ground.portfolio.plan(charter.id).working_days(one.forecasts[0][1], one.forecasts[-1][1])


def _table(ground: Ground, found: Sequence[Course], moved: Sequence[int]) -> Table:
    on = ground.status_date
    made = sorted({day for one in found for day, _ in one.forecasts[:-1]})
    columns = (
        Column("Milestone"),
        *(Column(f"Expected on {day(one, on)}") for one in made),
        Column("Expected now, or reached"),
        Column("Since the first"),
    )
    rows = [
        Row(
            (
                titled(ground, one.promise.milestone),
                *(dated(_before(one, when), on) for when in made),
                dated(one.forecasts[-1][1], on),
                (_change(days),),
            )
        )
        for one, days in zip(found, moved, strict=True)
    ]
    return Table(columns, rows, "When milestones were expected")


def _change(days: int) -> str:
    """``8 days later``, ``no change``."""
    if not days:
        return "no change"
    return f"{figure(abs(days), 'day')} {'later' if days > 0 else 'earlier'}".replace(" ", "\u00a0")


def _before(one: Course, when: date) -> date | None:
    """What was expected on a day, unless that is when it was reached."""
    return next((named for made, named in one.forecasts[:-1] if made == when), None)
