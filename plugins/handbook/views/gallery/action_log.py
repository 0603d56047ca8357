"""The actions: what somebody does by a date; open ones first, the most pressing at the top.

With `everywhere` it also lists what is still to be done about risks, stakeholders and gates.

    ```handbook
    view: action-log
    show: open
    everywhere: true
    ```
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from handbook.analysis.words import capital
from handbook.records.kinds.action import Action
from handbook.records.kinds.gate import Gate
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.stakeholder import Stakeholder
from handbook.records.parts import FollowUp
from handbook.records.record import Record
from handbook.views import view
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Note, Phrase, Tag
from handbook.views.dates import dated, due
from handbook.views.naming import label, named, ref, titled
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (Column("Action"), Column("Owner"), Column("Due"), Column("From", minor=True))


class Options(view.Options):
    """Which actions the log shows."""

    show: Literal["open", "done", "all"] = Field("open", description="Those to be done, done, or all.")
    everywhere: bool = Field(
        False, description="Whether it also lists what is to be done about risks, stakeholders and gates."
    )
    most: int | None = Field(None, ge=1, description="The greatest number of rows.")


class _Task(NamedTuple):
    """One row: when it is due and done, and its cells."""

    due: date | None
    done: date | None
    row: Row


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """One table; nothing without actions."""
    charters = ground.charters(options)
    single = len(charters) == 1
    found = [one for charter in charters for one in _tasks(ground, charter.id, options, single)]
    shown = [one for one in found if options.show in {"all", "done" if one.done else "open"}]
    if not shown:
        return ()
    shown.sort(key=lambda one: one.due or date.max)
    shown.sort(key=lambda one: -one.done.toordinal() if one.done else -date.max.toordinal())
    rows = [one.row for one in shown[: options.most]]
    return (Table(_COLUMNS, rows, "Actions", sortable=True, filterable=len(rows) > 12),)


def _tasks(ground: Ground, project: str, options: Options, single: bool) -> Iterator[_Task]:
    for action in ground.book.of(Action, project):
        if not action.withheld:
            yield _Task(action.due, action.done, _action(ground, action, single))
    if options.everywhere:
        for record, task, who in _follow_ups(ground, project):
            if task.done is None:
                yield _Task(task.due, None, _follow_up(ground, record, task, who, single))


def _follow_ups(ground: Ground, project: str) -> Iterator[tuple[Record, FollowUp, str | None]]:
    """What is to be done about other records, with who does it if nobody is named."""
    book = ground.book
    for risk in book.of(Risk, project):
        yield from ((risk, one, risk.owner) for one in risk.actions if risk.is_open)
    for stakeholder in book.of(Stakeholder, project):
        yield from ((stakeholder, one, stakeholder.relationship_owner) for one in stakeholder.actions)
    for gate in book.of(Gate, project):
        yield from ((gate, one, gate.owner) for one in gate.conditions)


def _action(ground: Ground, action: Action, single: bool) -> Row:
    source: Phrase = (named(ground, action.from_, action.project),) if action.from_ else ()
    told: Phrase = (Note(action.text),) if action.title else ()
    cells = (
        (*titled(ground, action, single), *told),
        (named(ground, action.owner, action.project),),
        _when(ground, action.due, action.done),
        source,
    )
    return Row(cells, anchor=action.address if single else "")


def _follow_up(ground: Ground, record: Record, task: FollowUp, who: str | None, single: bool) -> Row:
    person = task.owner or who
    charter = None if single or not record.project else ground.book.project(record.project)
    cells = (
        (capital(task.text), *((Note(label(charter)),) if charter else ())),
        (named(ground, person, record.project),) if person else (),
        _when(ground, task.due, None),
        (ref(ground, record),),
    )
    return Row(cells)


def _when(ground: Ground, by: date | None, done: date | None) -> Phrase:
    if done:
        return (Tag("done", "good"), " ", *dated(done, ground.status_date))
    return due(by, ground.status_date)
