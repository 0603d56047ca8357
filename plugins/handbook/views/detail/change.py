"""One change request in full."""

from collections.abc import Iterator

from handbook.analysis.words import capital
from handbook.records.kinds.change import Change, ChangeImpact, FieldChange
from handbook.records.types.duration import Duration
from handbook.views.block.block import Block, Column, Row, Table
from handbook.views.block.inline import Phrase, Tag, Tone
from handbook.views.dates import dated, due, lasting
from handbook.views.detail.common import Fact, ending, pairs, points, spoken, text
from handbook.views.money import sum_of
from handbook.views.naming import joined, named, owner
from handbook.views.view import Ground

_TONES: dict[str, Tone] = {"approved": "good", "rejected": "plain", "deferred": "plain"}
_FIELDS = (Column("Record"), Column("Field"), Column("From"), Column("To"))


def change_in_full(ground: Ground, change: Change, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a change request says."""
    yield from spoken(ground, change, "Why", change.reason, heading_level)
    yield from pairs(_facts(ground, change))
    yield from points("Options", change.options)
    yield from pairs(_effects(ground, change))
    yield from points("Brings", change.adds)
    yield from points("Takes away", change.removes)
    if change.changes:
        rows = [_row(ground, change, one) for one in change.changes]
        yield Table(_FIELDS, rows, f"What {change.id} changes")
    yield from ending(ground, change, heading_level)


def standing(change: Change) -> Tag:
    """Where a change request stands."""
    return Tag(change.decision, _TONES[change.decision]) if change.decision else Tag("waits", "warn")


def effects(ground: Ground, change: Change) -> Phrase:
    """What it does to time and cost, in a few words."""
    impact = change.impact or ChangeImpact()
    return joined((text(later(impact.time)), text(dearer(ground, change))), ", ")


def later(time: Duration | None) -> str:
    """By how much dates move: ``5 days later``."""
    if time is None:
        return ""
    return f"{lasting(time)}\u00a0later" if time.amount else "same dates"


def dearer(ground: Ground, change: Change) -> str:
    """What it costs: ``14 500 EUR more``, ``22 000 EUR less``."""
    cost = change.impact.cost if change.impact else None
    if cost is None or not cost.amount:
        return "same cost" if cost else ""
    told = sum_of(ground.book, change.project, cost).removeprefix("-")
    return f"{told}\u00a0{'less' if cost.amount < 0 else 'more'}"


def authority(ground: Ground, change: Change) -> Phrase:
    """Who decided, or may decide."""
    found = change.decided_by or change.authority
    return (named(ground, found, change.project),) if found else ()


def _facts(ground: Ground, change: Change) -> Iterator[Fact]:
    on, project = ground.status_date, change.project
    yield "Status", (standing(change),)
    yield "Requested by", (named(ground, change.requested_by, project),) if change.requested_by else ()
    yield "Raised", dated(change.raised, on)
    yield "May decide", (named(ground, change.authority, project),) if change.authority else ()
    yield "Decide by", due(change.decide_by, on, change.is_open)
    yield "Decided by", (named(ground, change.decided_by, project),) if change.decided_by else ()
    yield "Decided", dated(change.decided, on)
    yield "Contained in", (named(ground, change.applied_in, project),) if change.applied_in else ()
    yield "Owner", owner(ground, change)


def _effects(ground: Ground, change: Change) -> Iterator[Fact]:
    impact = change.impact or ChangeImpact()
    yield "On scope", text(impact.scope)
    yield "On time", text(capital(later(impact.time)))
    yield "On cost", text(capital(dearer(ground, change)))
    yield "On quality", text(impact.quality)
    yield "On risk", text(impact.risk)


def _row(ground: Ground, change: Change, one: FieldChange) -> Row:
    record = named(ground, one.record, change.project)
    return Row(((record,), (one.field,), text(one.from_), (one.to,)))
