"""A budget, one of its lines, or a baseline in full."""

from collections.abc import Iterator, Sequence

from handbook.records.kinds.baseline import Baseline, BaselineEntry
from handbook.records.kinds.budget import Actual, Budget, Commitment, Drawdown, Funding
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.record import Record
from handbook.records.types.money import Money
from handbook.views.block.block import Block, Column, Fold, Row, Table
from handbook.views.block.inline import Inline, Muted, Phrase
from handbook.views.dates import dated, day, lasting
from handbook.views.detail.common import Fact, ending, pairs, text
from handbook.views.money import sum_of
from handbook.views.months import month
from handbook.views.naming import WITHHELD, all_named, named, owner, ref
from handbook.views.view import Ground

_ACTUALS = (Column("Month"), Column("Line"), Column("Spent", "right"), Column("For"))
_COMMITMENTS = (
    *(Column("Commitment"), Column("Line"), Column("To be paid", "right")),
    *(Column("Promised"), Column("Until")),
)
_DRAWN = (Column("What for"), Column("Reserve"), Column("Sum", "right"), Column("Taken"))
_FUNDING = (Column("Source"), Column("Granted", "right"), Column("From"), Column("Approved by"))
_ENTRIES = (Column("Record"), Column("Start"), Column("Finish"), Column("Effort"), Column("Cost", "right"))


def budget_in_full(ground: Ground, budget: Budget, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a budget says: its sums, then what they are made of."""
    reserves, project = budget.reserves, budget.project
    yield from pairs(
        (
            ("Total", _sum(ground, budget, budget.total)),
            ("Contingency", _sum(ground, budget, reserves.contingency)),
            ("Management reserve", _sum(ground, budget, reserves.management)),
            ("Approved by", (named(ground, budget.approved_by, project),) if budget.approved_by else ()),
            ("Approved", dated(budget.approved, ground.status_date)),
            ("Months closed", text(", ".join(month(one) for one in budget.closed))),
            ("Owner", owner(ground, budget)),
        )
    )
    yield from funding(ground, budget)
    yield from drawn(ground, budget)
    yield from commitments(ground, budget)
    yield from actuals(ground, budget)
    yield from ending(ground, budget, heading_level)


def line_in_full(ground: Ground, line: BudgetLine, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a line of a budget says."""
    yield from pairs(
        (
            ("Category", text(line.category)),
            ("Planned", _sum(ground, line, line.planned)),
            ("Pays for", all_named(ground, line.wbs, line.project)),
            ("By month", text(_profile(ground, line))),
            ("Owner", owner(ground, line)),
        )
    )
    yield from ending(ground, line, heading_level)


def baseline_in_full(ground: Ground, baseline: Baseline, heading_level: int) -> Iterator[Block]:
    """Everything that a baseline says: when and from what it was taken, then its dates."""
    yield from pairs(_taken(ground, baseline))
    rows = [_entry(ground, baseline, name, entry) for name, entry in baseline.entries.items()]
    if rows:
        yield Table(_ENTRIES, rows, f"Baseline {baseline.id}", filterable=len(rows) > 12)
    yield from ending(ground, baseline, heading_level)


def funding(ground: Ground, budget: Budget) -> Iterator[Block]:
    """Where the money comes from."""
    if budget.funding:
        yield Table(_FUNDING, [_funding(ground, budget, one) for one in budget.funding], "Funding")


def drawn(ground: Ground, budget: Budget) -> Iterator[Block]:
    """What was taken out of reserves."""
    if budget.reserves.drawn:
        rows = [_drawn(ground, budget, one) for one in budget.reserves.drawn]
        yield Table(_DRAWN, rows, "Taken out of reserves")


def commitments(ground: Ground, budget: Budget) -> Iterator[Block]:
    """What is promised to somebody and not yet paid."""
    if budget.commitments:
        rows = [_commitment(ground, budget, one) for one in budget.commitments]
        yield Table(_COMMITMENTS, rows, "Commitments", sortable=True)


def actuals(ground: Ground, budget: Budget) -> Iterator[Block]:
    """What was spent, entry by entry, behind a line: few want to know."""
    if budget.actuals:
        rows = [_actual(ground, budget, one) for one in budget.actuals]
        table = Table(_ACTUALS, rows, "What was spent", sortable=True, filterable=len(rows) > 12)
        yield Fold((f"What was spent, month by month ({len(rows)} entries)",), (table,))


def _taken(ground: Ground, baseline: Baseline) -> Sequence[Fact]:
    return (
        ("Taken", dated(baseline.date, ground.status_date)),
        ("Revision", text(baseline.revision)),
        ("Contains", all_named(ground, baseline.changes, baseline.project)),
        ("Budget at completion", _sum(ground, baseline, baseline.budget_at_completion)),
        ("Owner", owner(ground, baseline)),
    )


def _entry(ground: Ground, baseline: Baseline, name: str, entry: BaselineEntry) -> Row:
    on = ground.status_date
    cells = (
        (_known(ground, baseline, name),),
        (day(entry.start, on),),
        (day(entry.finish, on),),
        text(lasting(entry.effort) if entry.effort else ""),
        _sum(ground, baseline, entry.cost),
    )
    return Row(cells)


def _known(ground: Ground, baseline: Baseline, name: str) -> Inline:
    """A task or milestone of a baseline; its id if it is gone since, and nothing of what is withheld."""
    record = ground.book.find(name, baseline.project, ("task", "milestone"))
    if record:
        return ref(ground, record)
    return Muted(WITHHELD if ground.book.is_hidden(name, baseline.project) else name)


def _profile(ground: Ground, line: BudgetLine) -> str:
    return ", ".join(
        f"{month(at)} {sum_of(ground.book, line.project, money)}" for at, money in line.profile.items()
    )


def _sum(ground: Ground, record: Record, money: Money | None) -> Phrase:
    return text(sum_of(ground.book, record.project, money))


def _line(ground: Ground, budget: Budget, line: str | None) -> Phrase:
    return (named(ground, line, budget.project, ("budget-line",)),) if line else ()


def _funding(ground: Ground, budget: Budget, one: Funding) -> Row:
    by = (named(ground, one.approved_by, budget.project),) if one.approved_by else ()
    return Row(((one.source,), _sum(ground, budget, one.amount), dated(one.on, ground.status_date), by))


def _drawn(ground: Ground, budget: Budget, one: Drawdown) -> Row:
    sources = [address for address in (one.risk, one.change) if address]
    said = all_named(ground, sources, budget.project)
    what = (*text(one.reason), *((": ",) if one.reason and said else ()), *said)
    reserve = "Contingency" if one.reserve == "contingency" else "Management reserve"
    return Row((what, (reserve,), _sum(ground, budget, one.amount), dated(one.on, ground.status_date)))


def _commitment(ground: Ground, budget: Budget, one: Commitment) -> Row:
    on = ground.status_date
    line = _line(ground, budget, one.line)
    return Row(
        ((one.title,), line, _sum(ground, budget, one.amount), dated(one.on, on), dated(one.until, on))
    )


def _actual(ground: Ground, budget: Budget, one: Actual) -> Row:
    line = _line(ground, budget, one.line)
    return Row(((month(one.period),), line, _sum(ground, budget, one.amount), text(one.text)))
