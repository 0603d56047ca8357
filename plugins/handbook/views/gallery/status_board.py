"""All projects with their colours, next promises and forecasts; those that need attention first.

```handbook
view: status-board
programme: Hosting renewal
```
"""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from handbook.analysis.attention import attention
from handbook.analysis.health import DIMENSIONS
from handbook.analysis.promise import Promise
from handbook.analysis.words import age, capital, slip
from handbook.records.kinds.project import Project
from handbook.records.types.text import Line
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Break, Light, Muted, Note, Phrase, Tag
from handbook.views.dates import day
from handbook.views.naming import named, ref, worded
from handbook.views.view import Ground

SCOPE: view.Scope = "portfolio"

_COLUMNS = (
    Column("Project"),
    *(Column(capital(dimension), "center") for dimension in DIMENSIONS),
    Column("Next milestone"),
    Column("Finish"),
    Column("Threats"),
    Column("Report"),
)


class Options(view.Options):
    """Which projects the board shows."""

    programme: Line = Field("", description="Only the projects of this programme.")
    manager: Line = Field("", description="Only the projects that this person or role leads.")
    closed: bool = Field(False, description="Also those that are completed or cancelled.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table; nothing without projects."""
    charters = [charter for charter in attention(ground.portfolio) if _is_shown(charter, options)]
    if not charters:
        return ()
    rows = [_row(ground, charter) for charter in charters]
    return (Table(_COLUMNS, rows, "Status of all projects", sortable=True, filterable=len(rows) > 12),)


def _is_shown(charter: Project, options: Options) -> bool:
    is_over = charter.status in {"completed", "cancelled"}
    return (
        (options.closed or not is_over)
        and options.project.casefold() in {"", charter.id.casefold()}
        and options.programme.casefold() in {"", charter.programme.casefold()}
        and options.manager.casefold().lstrip("@") in {"", charter.manager.casefold().lstrip("@")}
    )


def _row(ground: Ground, charter: Project) -> Row:
    health = ground.portfolio.health(charter.id)
    colours = [(Light(health.dimensions[dimension].colour),) for dimension in DIMENSIONS]
    state: Phrase = () if charter.status == "active" else (" ", Tag(worded(charter.status)))
    title = (Light(health.overall.colour), " ", ref(ground, charter), *state)
    led: Phrase = (named(ground, charter.manager, charter.id),)
    return Row(
        (
            (*title, Break(), Muted("manager "), *led),
            *colours,
            _next(ground, charter),
            _finish(ground, charter),
            _threats(ground, charter),
            _report(ground, charter),
        ),
        keys=charter.programme,
    )


def _next(ground: Ground, charter: Project) -> Phrase:
    """The next promise, with its slip."""
    coming = [one for one in ground.portfolio.promises(charter.id) if one.outcome == "open" and one.expected]
    following = min(coming, key=lambda one: (not one.due, one.expected), default=None)
    if following is None or following.expected is None:
        return ()
    when = day(following.expected, ground.status_date)
    return (ref(ground, following.milestone), Note(when), *_slip(following))


def _slip(promise: Promise) -> Phrase:
    return (" ", Light(promise.colour, slip(promise.slip))) if promise.slip else ()


def _finish(ground: Ground, charter: Project) -> Phrase:
    plan = ground.portfolio.plan(charter.id)
    if plan.finish is None:
        return (Muted("no plan"),)
    late = plan.working_days(charter.finish, plan.finish) if charter.finish else 0
    found = ground.portfolio.forecast(charter.id)
    sure = () if found is None or found.finish.is_certain else (_sure(found.finish.p80, ground),)
    return (day(plan.finish, ground.status_date), *((Note(slip(late)),) if late > 0 else ()), *sure)


def _sure(safe: date, ground: Ground) -> Note:
    return Note(f"80% sure by {day(safe, ground.status_date)}")


def _threats(ground: Ground, charter: Project) -> Phrase:
    exposure = ground.portfolio.exposure(charter.id)
    above = (Note(f"{exposure.above_appetite} above appetite"),) if exposure.above_appetite else ()
    return (str(exposure.threats), *above) if exposure.threats else ()


def _report(ground: Ground, charter: Project) -> Phrase:
    last = ground.portfolio.last_report(charter.id)
    if last is None:
        return ()
    words = age(last.age)
    return (Light("amber", words),) if last.is_old else (ref(ground, last.report, words),)
