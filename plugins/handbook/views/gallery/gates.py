"""The quality gates: what each asks for, the evidence, what was found, and the decision.

```handbook
view: gates
show: open
```
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from handbook.analysis.promise import Promise
from handbook.records.kinds.gate import Gate
from handbook.views import view
from handbook.views.block.block import Block, Column, Heading, Row, Table
from handbook.views.block.inline import Light, Note, Phrase
from handbook.views.dates import dated
from handbook.views.detail.gate import conditions, criteria, criteria_of, standing
from handbook.views.detail.record import has_page
from handbook.views.naming import heading, named, titled
from handbook.views.plans.promised import said
from handbook.views.view import Ground

SCOPE: view.Scope = "any"

_COLUMNS = (
    *(Column("Gate"), Column("Decision"), Column("Criteria met")),
    *(Column("Milestone"), Column("Approver", minor=True)),
)


class Options(view.Options):
    """Which gates are shown."""

    show: Literal["all", "open", "passed"] = Field("all", description="All, those ahead, or those passed.")
    criteria: bool = Field(True, description="Whether the criteria of each gate stand beneath the table.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """A table of gates, then the criteria of each; nothing without gates."""
    charters = ground.charters(options)
    single = len(charters) == 1
    shown = [
        gate
        for charter in charters
        for gate in ground.book.of(Gate, charter.id)
        if not gate.withheld and options.show in {"all", "passed" if gate.is_passed else "open"}
    ]
    if not shown:
        return ()
    shown.sort(key=lambda gate: _order(ground, gate))
    beneath = single and options.criteria
    rows = [_row(ground, gate, single, single and not beneath) for gate in shown]
    told = [block for gate in shown for block in _told(ground, gate)] if beneath else []
    return (Table(_COLUMNS, rows, "Gates"), *told)


def _row(ground: Ground, gate: Gate, single: bool, at_home: bool) -> Row:
    cells = (
        titled(ground, gate, single),
        (standing(gate), *((" ", *dated(gate.decided, ground.status_date)) if gate.decided else ())),
        _met(ground, gate),
        _milestone(ground, gate),
        (named(ground, gate.approver, gate.project),),
    )
    return Row(cells, anchor=gate.address if at_home else "")


def _order(ground: Ground, gate: Gate) -> tuple[date, date, str]:
    """Those decided first, in order of their decisions, then those ahead, in order of their milestones."""
    promise = _promise(ground, gate)
    on = (promise.due or promise.expected) if promise else None
    return gate.decided or date.max, on or date.max, gate.id.casefold()


def _promise(ground: Ground, gate: Gate) -> Promise | None:
    """The promise of the milestone that is reached with a gate."""
    milestone = ground.book.find(gate.milestone, gate.project, ("milestone",)) if gate.milestone else None
    promises = ground.portfolio.promises(gate.project or "")
    return next((one for one in promises if one.milestone is milestone), None)


def _milestone(ground: Ground, gate: Gate) -> Phrase:
    """The milestone that is reached with a gate, and when that is expected."""
    if not gate.milestone:
        return ()
    promise = _promise(ground, gate)
    when = said(promise, ground.status_date) if promise and not promise.milestone.withheld else ""
    return (named(ground, gate.milestone, gate.project), *((Note(when),) if when else ()))


def _met(ground: Ground, gate: Gate) -> Phrase:
    """How many criteria are met; with a sign if one of them failed."""
    found = criteria_of(ground, gate)
    if not found:
        return ()
    met, failed, waived = (
        sum(1 for one in found if one.result == word) for word in ("pass", "fail", "waived")
    )
    told = f"{met} of {len(found)}"
    if failed:
        return (Light("red", f"{told}, {failed} failed"),)
    return (Light("amber", f"{told}, {waived} waived"),) if waived else (told,)


def _told(ground: Ground, gate: Gate) -> Iterator[Block]:
    found = criteria_of(ground, gate)
    if not found and not gate.conditions and has_page(gate):
        return
    title = titled(ground, gate) if has_page(gate) else heading(gate)
    yield Heading(title, anchor="" if has_page(gate) else gate.address)
    yield from conditions(ground, gate)
    if found:
        yield criteria(ground, gate, found, at_home=True)
