"""What comes of a scenario as lines of text."""

from collections.abc import Iterator

from handbook.analysis.forecast.wording import chance
from handbook.analysis.staffing import shows_people
from handbook.analysis.what_if.bills import bills
from handbook.analysis.what_if.comparison import Kept, Moved, Outcome, Shift
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.prospects import Odds, Turn, prospects, turns
from handbook.analysis.what_if.statement import Line, more, statement, sum_of
from handbook.analysis.what_if.unfit import Unfit, can_be_levelled, unfit
from handbook.analysis.what_if.wording import (
    finish,
    gone,
    headline,
    later,
    misfitting,
    moved,
    names,
    outlook,
    overloaded,
    relevelled,
    shown,
    slipped,
    verdict,
    who,
)
from handbook.analysis.words import capital, listed
from handbook.cli.columns import in_columns
from handbook.planning.wording import title

_MOST = 30
_MOST_MISFITS = 6


def lines(outcome: Outcome, *, forecast: bool = False) -> Iterator[str]:
    """All that comes of a scenario, line by line; with ``forecast`` also how sure all promises are."""
    for change in outcome.scenario.changes:
        yield f"what if  {change}"
    yield f"then     {headline(outcome)}; nothing is written"
    yield from _levelled(outcome)
    for shift in outcome:
        yield ""
        yield from _shift(outcome, shift, is_sure=not forecast)
    yield from _people(outcome)
    if forecast:
        yield from _forecast(outcome)
    yield from _cost(outcome)


def _levelled(outcome: Outcome) -> Iterator[str]:
    again = outcome.scenario.relevelled
    if again is None:
        return
    yield f"levelled {relevelled(again)}"
    if not again.projects:
        yield "         run 'handbook level PROJECT --write' first"
    if again.fresh:
        fresh = listed(list(again.fresh))
        yield f"         {fresh} for the first time: not all that moves there is by the changes"
    yield from (f"note     {note}" for note in again.notes)


def _shift(outcome: Outcome, shift: Shift, *, is_sure: bool) -> Iterator[str]:
    on = outcome.scenario.before.status_date
    yield f"{shift.project.title} ({shift.project.id}): {finish(shift, on)}"
    if shift.promises:
        table = [_promise(one) for one in shift.promises]
        yield in_columns(("promise", "due", "before", "after", ""), table)
    for prospect in prospects(outcome, shift) if is_sure else ():
        yield f"how sure: {prospect.kept.after.milestone.label}, {outlook(prospect, on)}"
    for one in shift.missed:
        yield f"deadline missed: {one.after.record.label}, {one.after.finish:%Y-%m-%d}"
    if shift.critical:
        yield f"critical from now on: {names(shift.critical)}"
    for fault in shift.faults:
        yield f"{fault.kind}: {fault.text}"
    if shift.gone:
        yield gone(shift)
    yield from _taken(outcome, shift)
    rows = [_row(one) for one in shown(shift)]
    if rows:
        yield in_columns(("moves", "title", "before", "after", ""), rows[:_MOST])
    if len(rows) > _MOST:
        yield f"and {len(rows) - _MOST} more; --format json tells all"


def _taken(outcome: Outcome, shift: Shift) -> Iterator[str]:
    """Who takes over what, for those who may know."""
    book = outcome.scenario.after.book
    for one in shift.taken if shows_people(book) else ():
        new, old = who(book, one.after.doers), who(book, one.before.doers)
        yield f"taken over: {title(one.after.record)}, by {new} instead of {old}"


def _people(outcome: Outcome) -> Iterator[str]:
    """Who has too much to do, which levelled schedules do not fit any more, and what helps."""
    found, too_full = list(unfit(outcome)), list(overloads(outcome))
    if too_full:
        yield "\nmore work than time, and not so before"
        yield from (overloaded(one, outcome.scenario.before.status_date) for one in too_full)
    for one in found:
        yield from _unfit(outcome, one)
    if can_be_levelled(outcome, found, too_full):
        yield "--level looks for a schedule that fits"


def _unfit(outcome: Outcome, one: Unfit) -> Iterator[str]:
    book, on = outcome.scenario.after.book, outcome.scenario.before.status_date
    yield f"\n{one.project.title} ({one.project.id}): {misfitting(one, on)}"
    rows = [
        (
            who(book, misfit.entry.doers) if shows_people(book) else "",
            title(misfit.entry.record),
            f"{misfit.levelled}",
            f"{misfit.entry.start:%Y-%m-%d}",
            later(misfit.days, "day"),
        )
        for misfit in one.misfits
        if misfit.entry is not None and misfit.levelled is not None
    ]
    if rows:
        yield in_columns(("who", "task", "levelled", "then", ""), rows[:_MOST_MISFITS])
    if len(rows) > _MOST_MISFITS:
        yield f"and {len(rows) - _MOST_MISFITS} more"


def _forecast(outcome: Outcome) -> Iterator[str]:
    rows = [_turn(one) for one in turns(outcome)]
    yield ""
    if not rows:
        yield "how sure: as before, or nothing of it is uncertain"
        return
    heads = ("how sure", "", "due", "P50 before", "after", "P80 before", "after", "chance before", "after")
    yield in_columns(heads, rows, {"chance before"})


def _turn(one: Turn) -> tuple[str, ...]:
    name = one.milestone.label if one.milestone else "finish"
    old, new = _odds(one.before), _odds(one.after)
    both = (cell for pair in zip(old, new, strict=True) for cell in pair)
    return (one.project.id, name, f"{one.due or ''}", *both)


def _odds(one: Odds | None) -> tuple[str, str, str]:
    return ("", "", "") if one is None else (f"{one.p50}", f"{one.p80}", chance(one.chance))


def _cost(outcome: Outcome) -> Iterator[str]:
    found = list(bills(outcome))
    if not found:
        return
    rows = [_sum(line) for line in statement(found)]
    yield ""
    if not rows:
        yield "cost: as before"
        return
    yield in_columns(("cost", "", "before", "after", "change", ""), rows, {"before", "after", "change"})
    if unrated := list(dict.fromkeys(name for bill in found if bill.moves for name in bill.unrated)):
        book = outcome.scenario.after.book
        yield f"without the labour of {who(book, dict.fromkeys(unrated, 1.0))}: no rate is known"


def _sum(line: Line) -> tuple[str, ...]:
    cells = (
        line.project.id if line.project else "together",
        line.what,
        sum_of(line.before),
        f"{sum_of(line.after)} {line.currency}",
        more(line),
        line.so,
    )
    return tuple(cell.replace("\u00a0", " ") for cell in cells)


def _promise(kept: Kept) -> tuple[str, ...]:
    due = kept.after.due
    said = capital(verdict(kept)) if kept.breaks else verdict(kept)
    return (
        kept.after.milestone.label,
        f"{due:%Y-%m-%d}" if due else "",
        slipped(kept.before),
        slipped(kept.after),
        said,
    )


def _row(one: Moved) -> tuple[str, ...]:
    record = one.after.record
    return (
        record.id,
        record.label,
        f"{one.before.finish:%Y-%m-%d}",
        f"{one.after.finish:%Y-%m-%d}",
        moved(one),
    )
