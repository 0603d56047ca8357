"""One gate or one of its criteria in full."""

from collections.abc import Iterator, Sequence

from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.gate import Gate
from handbook.records.kinds.waiver import Waiver
from handbook.views.block.block import Block, Column, Items, Pairs, Row, Table
from handbook.views.block.inline import Break, Id, Muted, Note, Phrase, Tag, Tone
from handbook.views.dates import dated
from handbook.views.detail.common import Fact, ending, follow_up, pairs, text
from handbook.views.detail.evidence import evidence
from handbook.views.naming import joined, named, owner, ref, worded
from handbook.views.view import Ground

RESULTS: dict[str, Tone] = {"pass": "good", "fail": "bad", "waived": "warn", "open": "plain"}
"""The tone in which each result of a criterion is shown."""

_DECISIONS: dict[str, Tone] = {"go": "good", "conditional-go": "warn", "hold": "warn", "stop": "bad"}
_CRITERIA = (Column("Criterion"), Column("Result"), Column("Evidence"), Column("Method", minor=True))


def gate_in_full(ground: Ground, gate: Gate, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a gate says, with its criteria."""
    yield from pairs(_facts(ground, gate))
    yield from conditions(ground, gate)
    if found := criteria_of(ground, gate):
        yield criteria(ground, gate, found)
    yield from ending(ground, gate, heading_level)


def criterion_in_full(ground: Ground, criterion: Criterion, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a criterion says."""
    yield from pairs(
        (
            ("Must be true", text(criterion.text) if criterion.title else ()),
            ("Result", result(ground, criterion)),
            ("Method", text(criterion.method or "")),
            ("Evidence", evidence(ground, criterion)),
            ("Owner", owner(ground, criterion)),
        )
    )
    yield from ending(ground, criterion, heading_level)


def criteria_of(ground: Ground, gate: Gate) -> Sequence[Criterion]:
    """The criteria of a gate that may be shown."""
    found = ground.book.of(Criterion, gate.project or "")
    return [one for one in found if one.parent == gate.id and not one.withheld]


def criteria(ground: Ground, gate: Gate, found: Sequence[Criterion], at_home: bool = False) -> Table:
    """The criteria of a gate as a table, the home of each if that is asked for."""
    rows = [_row(ground, one, at_home) for one in found]
    return Table(_CRITERIA, rows, f"Criteria of {gate.title}")


def conditions(ground: Ground, gate: Gate) -> Iterator[Block]:
    """What is still to be done after a conditional go."""
    if gate.conditions:
        yield Pairs((("Conditions", ()),))
        yield Items([follow_up(ground, gate, one) for one in gate.conditions])


def standing(gate: Gate) -> Tag:
    """What was decided at a gate."""
    return Tag(worded(gate.decision), _DECISIONS[gate.decision]) if gate.decision else Tag("ahead")


def result(ground: Ground, criterion: Criterion) -> Phrase:
    """What was found, by whom and when; of what is waived, until when."""
    on = ground.status_date
    by = (named(ground, criterion.by, criterion.project),) if criterion.by else ()
    found = joined((by, dated(criterion.on, on)), ", ")
    until = joined((_until(ground, one) for one in waivers_of(ground, criterion)), "; ")
    beneath = joined((found, until), "; ")
    return (Tag(criterion.result, RESULTS[criterion.result]), *((Break(), *beneath) if beneath else ()))


def _until(ground: Ground, waiver: Waiver) -> Phrase:
    return (
        "waived until ",
        *dated(waiver.expires, ground.status_date),
        ", see ",
        ref(ground, waiver, waiver.id),
    )


def waivers_of(ground: Ground, criterion: Criterion) -> Sequence[Waiver]:
    """The waivers that set a criterion aside."""
    return [
        citation.record
        for citation in ground.book.citations(criterion)
        if isinstance(citation.record, Waiver) and citation.path[:1] == ("record",)
    ]


def _facts(ground: Ground, gate: Gate) -> Iterator[Fact]:
    yield "Decision", (standing(gate),)
    yield "Approver", (named(ground, gate.approver, gate.project),)
    yield "Decided", dated(gate.decided, ground.status_date)
    yield "Milestone", (named(ground, gate.milestone, gate.project),) if gate.milestone else ()
    yield "Owner", owner(ground, gate)


def _row(ground: Ground, criterion: Criterion, at_home: bool) -> Row:
    notes = (Note(criterion.text),) if criterion.title else ()
    cells = (
        (ref(ground, criterion), " ", Id(criterion.address, criterion.id.rpartition(".")[2]), *notes),
        result(ground, criterion),
        evidence(ground, criterion) or (Muted("none yet"),),
        text(criterion.method or ""),
    )
    return Row(cells, anchor=criterion.address if at_home else "")
