"""How sure the dates of a project are: what was promised, what is planned, and by when it is likely or safe.

```handbook
view: forecast
```
"""

from collections.abc import Iterator, Sequence
from datetime import date

from handbook.analysis.explained.wording import span
from handbook.analysis.forecast.forecast import Forecast, Outlook
from handbook.analysis.forecast.wording import basis, chance, plan_kept, points
from handbook.analysis.words import capital, dated
from handbook.records.kinds.project import Project
from handbook.records.parts import Colour
from handbook.views import view
from handbook.views.block.block import Block, Column, Paragraph, Row, Table
from handbook.views.block.inline import Light, Phrase, Strong
from handbook.views.dates import dated as on
from handbook.views.dates import day
from handbook.views.naming import missing, titled
from handbook.views.view import Ground, Options

SCOPE: view.Scope = "project"

_COLUMNS = (
    Column("Milestone"),
    Column("Promised"),
    Column("Planned"),
    Column("50% sure by"),
    Column("80% sure by"),
    Column("90% sure by", minor=True),
    Column("Chance to keep it"),
)
_GOOD, _FAIR = 0.8, 0.5


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A sentence for the whole, and a table of the milestones that are not reached."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    found = ground.portfolio.forecast(charter.id)
    if found is None:
        no = "nothing says how sure its dates are: give tasks an 'estimate' with low, likely and high in"
        return (missing(charter, no, "plan.yml"),) if ground.portfolio.plan(charter.id).entries else ()
    rows = list(_rows(ground, found))
    return (
        Paragraph(_sentence(charter, found), lead=True),
        Table(_COLUMNS, rows, "How sure the dates are"),
        Paragraph((f"{capital(basis(found))}. {_precision(found, ground.status_date)}.",), quiet=True),
    )


def _precision(found: Forecast, on: date) -> str:
    """How many runs there were, and how near their figures are to those of endless ones."""
    runs = f"From {found.luck.runs:,} runs"
    if found.outlook.is_certain:
        return runs
    low, high = found.outlook.p80_between
    near = "the day" if low == high else span(low, high, on)
    return f"{runs}; the 80% date is precise to {near}, chances to {points(found)} points"


def _sentence(charter: Project, found: Forecast) -> Phrase:
    finish = found.finish
    if finish.is_certain:
        return ("The finish is sure: ", Strong(dated(finish.p80)), ".")
    likely = f", as likely as not by {dated(finish.p50)}" if finish.p50 != finish.p80 else ""
    kept = ""
    if finish.due and finish.chance is not None:
        kept = f" The promised finish, {dated(finish.due)}, is {_how(finish.chance)}."
    plan = ""
    if finish.planned and plan_kept(finish):
        plan = f" The planned one, {dated(finish.planned)}, is {plan_kept(finish)}."
    return ("80% sure to be finished by ", Strong(dated(finish.p80)), f"{likely}.{kept}{plan}")


def _how(share: float) -> str:
    if share in {0, 1}:
        return "kept in all runs" if share else "kept in none of the runs"
    return f"kept with a chance of {chance(share)}"


def _rows(ground: Ground, found: Forecast) -> Iterator[Row]:
    for one in found.milestones:
        record = ground.book.find(one.address)
        if record is not None:
            yield _row(ground, titled(ground, record), one)
    yield _row(ground, (Strong("Finish of the project"),), found.finish)


def _row(ground: Ground, name: Phrase, one: Outlook) -> Row:
    today = ground.status_date
    return Row(
        (
            name,
            on(one.due, today),
            on(one.planned, today),
            (day(one.p50, today),),
            (day(one.p80, today),),
            (day(one.p90, today),),
            _kept(one),
        )
    )


def _kept(one: Outlook) -> Phrase:
    if one.chance is None:
        return ()
    colour: Colour = "green" if one.chance >= _GOOD else "amber" if one.chance >= _FAIR else "red"
    return (Light(colour, chance(one.chance)),)
