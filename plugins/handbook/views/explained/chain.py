"""The driving chain of a date as a picture with its table."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from handbook.analysis.explained.explanation import Explanation
from handbook.analysis.explained.wording import besides, cause, days, span, total
from handbook.analysis.words import capital
from handbook.planning.why.step import Step, Why
from handbook.planning.wording import title
from handbook.views.block.block import Column, Picture, Row, Table
from handbook.views.block.inline import Inline, Muted, Note, Phrase, Ref
from handbook.views.dates import dated
from handbook.views.drawings.chain import Chain, Span, Stretch, narrow, wide
from handbook.views.naming import WITHHELD
from handbook.views.view import Ground

_COLUMNS = (
    Column("What"),
    Column("From", minor=True),
    Column("To"),
    Column("Days", "right"),
    Column("Work", "right"),
    Column("Besides", minor=True),
)
_DAY = timedelta(days=1)


def picture(ground: Ground, found: Explanation) -> Picture:
    """The chain on a time axis, with the same facts as a table."""
    name = f"Why {title(found.item)} is on {span(found.why.on, found.why.on, found.status_date)}"
    told = total(found.why, found.status_date)
    description = f"{capital(cause(found.why))}." + (f" {told}." if told else "")
    stretches = [_stretch(found, step) for step in found.why]
    air = timedelta(days=1 + found.why.days // 60)
    first = min(found.why.cause.since + _DAY, *(step.first for step in found.why)) - air
    last = max(found.why.on, *(step.until for step in found.why)) + air
    chain = Chain(name, description, stretches, first, max(last, first + 6 * _DAY), found.status_date)
    return Picture(
        wide(chain),
        name,
        description,
        table(ground, found.why, found.status_date),
        narrow(chain),
        _legend(stretches),
        name="chain",
    )


def _stretch(found: Explanation, step: Step) -> Stretch:
    work = step.working
    label = title(step.item) + (" begins" if step.end == "start" else "")
    note = days(step.work, step.day_minutes).replace(" ", "\u00a0") if step.work else ""
    if not step.days and not step.work:
        return Stretch(label, on=step.until)
    wait_until = work - _DAY if work is not None else step.until
    wait = Span(step.first, wait_until, _waits(found, step)) if step.since < wait_until else None
    is_point = work is None and step.end == "finish"
    return Stretch(
        label,
        wait,
        Span(max(work, step.first), step.until, _tip(found, step)) if work else None,
        tuple(_rests(found, step)),
        step.until if is_point else None,
        note,
    )


def _waits(found: Explanation, step: Step) -> str:
    return f"waits: {', '.join(besides(step, found.status_date))}"


def _tip(found: Explanation, step: Step) -> str:
    when = span(step.first, step.until, found.status_date)
    return ", ".join([f"{title(step.item)}: {when}", *besides(step, found.status_date)])


def _rests(found: Explanation, step: Step) -> Iterator[Span]:
    """Holidays, leave and other days inside the work on which it rests; weekends are not drawn."""
    for free in step.free:
        if free.reason != "weekend" and step.working is not None and free.last >= step.working:
            when = span(free.first, free.last, found.status_date)
            yield Span(max(free.first, step.working), free.last, f"{free.name or free.reason}: {when}")


def _legend(stretches: Sequence[Stretch]) -> Phrase:
    signs = ["▬ work, with its weekends"]
    if any(one.wait or one.rests for one in stretches):
        signs.append("hatched: lag, leave, holidays, waiting for a working day")
    if any(one.on for one in stretches):
        signs.append("◇ milestone")
    return (" · ".join(signs),)


def table(ground: Ground, why: Why, status_date: date) -> Table:
    """The steps of a chain, the cause first."""
    rows = [_row(ground, why, step, status_date) for step in why]
    caption = f"Driving chain of {title(why.item)}, the cause first"
    return Table(_COLUMNS, rows, caption, narrow="scroll").filled()


def _row(ground: Ground, why: Why, step: Step, on: date) -> Row:
    return Row(
        (
            _what(ground, why, step),
            dated(step.first, on),
            dated(step.until, on),
            (str(step.days),),
            (days(step.work, step.day_minutes).replace(" ", "\u00a0"),) if step.work else (),
            (", ".join(besides(step, on)),) if besides(step, on) else (),
        )
    )


def _what(ground: Ground, why: Why, step: Step) -> Phrase:
    item = step.item
    if item.withheld:
        return (Muted(WITHHELD),)
    begins: tuple[Inline, ...] = (" begins",) if step.end == "start" else ()
    other = ground.book.project(item.project or "") if item.project != why.item.project else None
    project: tuple[Inline, ...] = (Note(other.label),) if other else ()
    return (Ref(item.address, item.label), *begins, *project)
