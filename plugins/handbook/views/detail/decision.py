"""One decision in full."""

from collections.abc import Iterator
from typing import Literal

from handbook.records.kinds.decision import Decision
from handbook.views.block.block import Block
from handbook.views.block.inline import Phrase, Tag
from handbook.views.dates import dated, due
from handbook.views.detail.common import Fact, ending, pairs
from handbook.views.naming import all_named, joined, ref
from handbook.views.view import Ground

Tone = Literal["plain", "good", "warn", "bad"]
_TONES: dict[str, Tone] = {"proposed": "warn", "accepted": "good", "rejected": "plain", "superseded": "plain"}


def decision_in_full(ground: Ground, decision: Decision, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a decision says: first the facts, then the text."""
    yield from pairs(_facts(ground, decision))
    yield from ending(ground, decision, heading_level)


def standing(decision: Decision) -> Tag:
    """Where a decision stands."""
    return Tag(decision.status, _TONES[decision.status])


def successors(ground: Ground, decision: Decision) -> Phrase:
    """The decisions that supersede this one."""
    found = [
        citation.record
        for citation in ground.book.citations(decision)
        if citation.path[:1] == ("supersedes",) and isinstance(citation.record, Decision)
    ]
    return joined(((ref(ground, record),) for record in found), ", ")


def _facts(ground: Ground, decision: Decision) -> Iterator[Fact]:
    on, project = ground.status_date, decision.project
    yield "Status", (standing(decision),)
    yield "Decided" if decision.status != "proposed" else "Proposed", dated(decision.date, on)
    yield "Decide by", due(decision.decide_by, on) if decision.status == "proposed" else ()
    yield "Deciders", all_named(ground, decision.deciders, project)
    yield "Consulted", all_named(ground, decision.consulted, project)
    yield "Informed", all_named(ground, decision.informed, project)
    yield "Supersedes", all_named(ground, decision.supersedes, project)
    yield "Superseded by", successors(ground, decision)
    yield "Affects", all_named(ground, decision.affects, project)
