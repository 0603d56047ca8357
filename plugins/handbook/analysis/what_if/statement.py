"""The money of a scenario as the lines of a statement: what, before, after, by how much more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from handbook.analysis.what_if.bills import Bill, Sums, added
from handbook.records.kinds.project import Project
from handbook.records.types.money import Money

LABOUR = "labour still to come"
OTHER = "other costs to come"
BOTH = "labour and other costs to come"
ESTIMATE = "estimate at completion"

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """A sum before and after in one currency; of all projects together if ``project`` is None.

    ``so`` says what comes of it, in words.
    """

    project: Project | None
    what: str
    currency: str
    before: Decimal
    after: Decimal
    so: str = ""

    @property
    def change(self) -> Decimal:
        """By how much it grows."""
        return self.after - self.before


def statement(bills: Sequence[Bill]) -> Iterator[Line]:
    """The lines that move, project by project, and those of all together if there are several."""
    moving = [bill for bill in bills if bill.moves]
    found = [line for bill in moving for line in _lines(bill)]
    if len(moving) > 1:
        found += _together(moving)
    return (line for line in found if line.change)


def sum_of(amount: Decimal, currency: str = "") -> str:
    """``12 000 EUR``, ``−3 700``: an amount in whole units, never broken over two lines."""
    return str(Money(amount.quantize(Decimal(1)) + 0, currency or None)).replace("-", "\u2212")


def more(line: Line) -> str:
    """``+8 200``, ``−300``; a dash where nothing moves."""
    if not line.change:
        return "\u2013"
    return ("+" if line.change > 0 else "") + sum_of(line.change)


def _lines(bill: Bill) -> Iterator[Line]:
    for what, (before, after) in ((LABOUR, bill.labour), (OTHER, bill.other)):
        yield from _by_currency(bill.project, what, before, after)
    if bill.estimate is not None:
        before_, after_ = bill.estimate
        so = _so(bill, after_)
        yield Line(bill.project, ESTIMATE, bill.currency, before_, after_, so)


def _by_currency(project: Project | None, what: str, before: Sums, after: Sums) -> Iterator[Line]:
    for currency in sorted(before.keys() | after.keys()):
        yield Line(project, what, currency, before.get(currency, _NOTHING), after.get(currency, _NOTHING))


def _so(bill: Bill, estimate: Decimal) -> str:
    """How an estimate stands to what was approved: ``12 000 over what was approved``."""
    if bill.approved is None or bill.approved <= _NOTHING:
        return ""
    over = estimate - bill.approved
    if not over:
        return "all that was approved"
    return f"{sum_of(abs(over))} {'over' if over > 0 else 'below'} what was approved"


def _together(bills: Sequence[Bill]) -> Iterator[Line]:
    sides = [added(one for bill in bills for one in (bill.labour[at], bill.other[at])) for at in (0, 1)]
    yield from _by_currency(None, BOTH, sides[0], sides[1])
    known = [(bill.currency, bill.estimate) for bill in bills if bill.estimate]
    if len(known) > 1:
        ends = [added({currency: found[at]} for currency, found in known) for at in (0, 1)]
        yield from _by_currency(None, ESTIMATE, ends[0], ends[1])
