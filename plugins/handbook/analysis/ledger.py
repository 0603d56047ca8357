"""The ledger: what the records of a budget say, as plain sums up to the status date."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from handbook.analysis.budget_base import BudgetBase
from handbook.records.book import Book
from handbook.records.kinds.budget import Budget, Drawdown
from handbook.records.kinds.budget_line import BudgetLine
from handbook.records.kinds.project import Project
from handbook.records.sums import foreign_sums
from handbook.records.types.month import Month

_NOTHING = Decimal(0)


class Entries(NamedTuple):
    """What a budget says of one line, or of none: what was spent and committed, and what was drawn, when."""

    spent: Decimal
    committed: Decimal
    drawn: tuple[tuple[Decimal, Month], ...]

    @property
    def released(self) -> Decimal:
        """What was drawn for it in all."""
        return sum((amount for amount, _ in self.drawn), _NOTHING)


_NO_ENTRIES = Entries(_NOTHING, _NOTHING, ())


class Ledger:
    """The sums of one budget; what lies after the status date is not counted."""

    def __init__(self, book: Book, project: Project, budget: Budget, lines: Sequence[BudgetLine]) -> None:
        self._book, self._project, self._budget = book, project, budget
        self._month = Month.of(book.status_date)
        self._named: dict[str, str] = {}
        reserves = budget.reserves
        self._drawn = [drawn for drawn in reserves.drawn if drawn.on is None or drawn.on <= book.status_date]
        contingency = reserves.contingency.amount if reserves.contingency else _NOTHING
        total = budget.total.amount if budget.total else None
        planned = _total(line.planned.amount for line in lines)
        if not lines and total is not None:
            planned = max(total - contingency, _NOTHING)
        self.base = BudgetBase(
            planned,
            contingency,
            reserves.management.amount if reserves.management else _NOTHING,
            self._drawn_from("contingency"),
            self._drawn_from("management"),
        )
        self.approved = self.base.baseline if total is None else total + self.base.management_drawn

    @property
    def spent(self) -> Mapping[Month, Decimal]:
        """What was spent in each month."""
        months: dict[Month, Decimal] = {}
        for actual in self._budget.actuals:
            if actual.period <= self._month:
                months[actual.period] = months.get(actual.period, _NOTHING) + actual.amount.amount
        return dict(sorted(months.items()))

    def entries(self, line: BudgetLine | None) -> Entries:
        """What is said of a line, or of no line that is known."""
        return self._entries.get(line.id if line else "", _NO_ENTRIES)

    @cached_property
    def _entries(self) -> Mapping[str, Entries]:
        """What is said of each line by its id; of none by ''."""
        found: dict[str, Entries] = {}
        for actual in self._budget.actuals:
            if actual.period <= self._month:
                name = self._line(actual.line)
                so_far = found.get(name, _NO_ENTRIES)
                found[name] = so_far._replace(spent=so_far.spent + actual.amount.amount)
        for commitment in self._budget.commitments:
            name = self._line(commitment.line)
            so_far = found.get(name, _NO_ENTRIES)
            found[name] = so_far._replace(committed=so_far.committed + commitment.amount.amount)
        for drawn in self._drawn:
            name = self._line(drawn.line)
            so_far = found.get(name, _NO_ENTRIES)
            piece = (drawn.amount.amount, self._when(drawn))
            found[name] = so_far._replace(drawn=(*so_far.drawn, piece))
        return found

    def _when(self, drawn: Drawdown) -> Month:
        return Month.of(drawn.on) if drawn.on else self._month

    def _drawn_from(self, reserve: str) -> Decimal:
        return _total(drawn.amount.amount for drawn in self._drawn if drawn.reserve == reserve)

    def _line(self, text: str | None) -> str:
        """The id of the line of this budget that a reference names; empty if it names none."""
        if text is None:
            return ""
        if text not in self._named:
            found = self._book.find(text, self._project.id, (BudgetLine.kind,))
            self._named[text] = found.id if found and found.project == self._project.id else ""
        return self._named[text]


def in_one_currency(budget: Budget, lines: Sequence[BudgetLine], currency: str) -> bool:
    """Whether all sums of a budget are in the currency of its project."""
    return not any(True for record in (budget, *lines) for _ in foreign_sums(record, currency))


def is_sound(budget: Budget, lines: Sequence[BudgetLine], currency: str) -> bool:
    """Whether the sums of a budget can be added up: one currency, and nothing planned below zero."""
    reserves = budget.reserves
    planned = [budget.total, reserves.contingency, reserves.management]
    planned += [drawn.amount for drawn in reserves.drawn]
    planned += [sum_ for line in lines for sum_ in (line.planned, *line.profile.values())]
    is_planned = all(sum_ is None or sum_.amount >= 0 for sum_ in planned)
    return is_planned and in_one_currency(budget, lines, currency)


def _total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, _NOTHING)
