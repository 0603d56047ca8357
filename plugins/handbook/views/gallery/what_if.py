"""What would move if something changed: dates, promises that break, what becomes critical, cost.

The changes are those of `handbook whatif`, made one after the other; nothing is written. Money is told to
readers who may see it.

    ```handbook
    view: what-if
    title: The carrier is three weeks late
    changes:
      - delay data-centre-exit/plan.network.circuits.test 15d
    ```
"""

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import Field

from handbook.analysis.forecast.wording import chance
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.comparison import Kept, Moved, Outcome, Shift, outcome
from handbook.analysis.what_if.levelled import levelled
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.prospects import Prospect, prospects
from handbook.analysis.what_if.scenario import scenario
from handbook.analysis.what_if.wording import (
    finish,
    gone,
    headline,
    moved,
    names,
    overloaded,
    shown,
    verdict,
)
from handbook.analysis.what_if.words import read_change
from handbook.analysis.words import capital, slip
from handbook.records.book import Book
from handbook.records.parts import Colour
from handbook.records.types.flag import Flag
from handbook.records.types.many import Many
from handbook.records.types.text import Line
from handbook.schedule import LevellingUnavailable
from handbook.views import view
from handbook.views.block.block import Block, Column, Fold, Heading, Items, Paragraph, Row, Table
from handbook.views.block.inline import Light, Note, Phrase, Ref, Strong, Tag, Tone
from handbook.views.dates import dated, day
from handbook.views.scenario.cost import cost
from handbook.views.scenario.levelling import again, broken, taken_over
from handbook.views.scenario.sureness import sureness
from handbook.views.view import Ground, OptionFault

SCOPE: view.Scope = "any"

_PROMISES = (
    Column("Promise"),
    Column("As planned"),
    Column("Then"),
    Column("80% sure by", minor=True),
    Column("Result"),
)
_MOVES = (Column("What"), Column("As planned"), Column("Then"), Column("Moves"))


class Options(view.Options):
    """The changes that are tried, and what is told of them."""

    changes: Many[Line] = Field((), description="The changes, as 'handbook whatif' takes them.")
    title: Line = Field("", description="What the scenario is called.")
    level: Flag = Field(
        False, description="Whether levelled plans are levelled again; takes seconds, and OR-Tools."
    )
    forecast: Flag = Field(False, description="Whether it tells how sure every promise is.")


def faults(book: Book, project: str | None, options: Options) -> Iterator[OptionFault]:
    """Changes that cannot be read; what is only kept from these readers is none."""
    for at, text in enumerate(options.changes):
        try:
            read_change(book, text, project)
        except BadChange as bad:
            if not any(_is_kept_from_them(book, word, project) for word in text.split()[1:]):
                yield OptionFault(("changes", at), bad.message, bad.cure)


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The changes, the answer, and for each project its promises and what moves.

    Nothing if a change names what is not there for these readers.
    """
    project = options.project or ground.project
    try:
        changes = [read_change(ground.book, text, project) for text in options.changes]
    except BadChange:
        return ()
    if not changes:
        return ()
    head = (Paragraph((Strong(options.title),)),) if options.title else ()
    on = ground.status_date
    told = (*head, Items([(change.sentence(on), Note(change.text)) for change in changes]))
    try:
        tried = scenario(ground.portfolio, options.changes, project)
        found = outcome(levelled(tried) if options.level else tried)
    except BadChange as bad:
        return (*told, Paragraph((f"This cannot be tried: {bad.message}.",)))
    except LevellingUnavailable:
        return (*told, Paragraph(("This cannot be levelled again: OR-Tools is not installed.",)))
    answer = Paragraph((Light(_colour(found), f"{capital(headline(found))}."),))
    is_short = not options.forecast
    shifts = (block for shift in found for block in _project(ground, found, shift, is_short=is_short))
    besides = (*_overloads(ground, found), *broken(ground, found))
    sure = sureness(ground, found) if options.forecast else ()
    return (*told, answer, *again(found), *shifts, *besides, *sure, *cost(ground, found))


def _colour(found: Outcome) -> Colour:
    """Red if a promise breaks, amber if no more than a deadline is missed."""
    if any(shift.broken for shift in found.shifts):
        return "red"
    return "amber" if found.breaks else "green"


def _overloads(ground: Ground, found: Outcome) -> Sequence[Block]:
    """Who has too much to do then, and had not before."""
    told = [(overloaded(one, ground.status_date),) for one in overloads(found)]
    return (Paragraph(("More work than time, and not so before:",)), Items(told)) if told else ()


def _is_kept_from_them(book: Book, word: str, project: str | None) -> bool:
    """Whether a word names a record that these readers may not see, or that could not be read."""
    return book.is_hidden(word, project) or any(one.withheld for one in book.resolve(word, project))


def _project(ground: Ground, found: Outcome, shift: Shift, *, is_short: bool) -> Iterator[Block]:
    on = ground.status_date
    if len(found.shifts) > 1 or shift.project.id != ground.project:
        yield Heading((Ref(shift.project.address, shift.project.label),), 4)
    critical = f" Critical from now on: {names(shift.critical)}." if shift.critical else ""
    yield Paragraph((f"{capital(finish(shift, on))}.{critical}",))
    if shift.promises:
        told = prospects(found, shift) if is_short else ()
        sure = {one.kept.after.milestone.id: one for one in told}
        rows = [_promise(ground, one, sure.get(one.after.milestone.id)) for one in shift.promises]
        yield Table(_PROMISES, rows, f"Promises of {shift.project.label} that move").filled()
    if shift.missed:
        yield Paragraph((f"Deadlines missed: {names(tuple(one.after for one in shift.missed))}.",))
    for fault in shift.faults:
        yield Paragraph((f"{capital(fault.text)}.",))
    if shift.gone:
        yield Paragraph((f"{capital(gone(shift))}.",))
    yield from taken_over(found, shift)
    rows = [_move(ground, one) for one in shown(shift)]
    if rows:
        table = Table(_MOVES, rows, f"What moves in {shift.project.label}", sortable=True)
        yield Fold((f"What moves: {len(rows)} of {shift.project.label}",), (table,))


def _sure(ground: Ground, one: Prospect | None) -> Phrase:
    """The P80 of a promise, and what it was."""
    if one is None:
        return ()
    p80 = dated(one.after.p80, ground.status_date)
    return (*p80, Note(f"was {day(one.before.p80, ground.status_date)}"))


def _kept(one: Prospect | None) -> Phrase:
    """The share of the runs that keep a promise, where the scenario changes it."""
    if one is None or one.before.chance is None or one.after.chance is None:
        return ()
    new, old = chance(one.after.chance), chance(one.before.chance)
    return (Note(f"chance {new}, was {old}"),) if new != old else ()


def _promise(ground: Ground, kept: Kept, sure: Prospect | None) -> Row:
    milestone = kept.after.milestone
    on = ground.status_date
    tone: Tone = "bad" if kept.breaks else "good" if kept.is_mended else "plain"
    so: Phrase = (Tag(verdict(kept).replace(" ", "\u00a0"), tone), *_kept(sure))
    cells = (
        (Ref(milestone.address, milestone.label), *_promised(kept, on)),
        (*dated(kept.before.expected, on), *_slipped(kept.before.slip)),
        (*dated(kept.after.expected, on), *_slipped(kept.after.slip)),
        _sure(ground, sure),
        so,
    )
    return Row(cells)


def _promised(kept: Kept, on: date) -> Phrase:
    return (Note(f"for\u00a0{day(kept.after.due, on)}"),) if kept.after.due else ()


def _slipped(days: int | None) -> Phrase:
    return (Note(slip(days).replace(" ", "\u00a0")),) if days is not None else ()


def _move(ground: Ground, one: Moved) -> Row:
    record = one.after.record
    on = ground.status_date
    return Row(
        (
            (Ref(record.address, record.label),),
            dated(one.before.finish.date(), on),
            dated(one.after.finish.date(), on),
            (moved(one),),
        )
    )
