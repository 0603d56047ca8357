"""Sums of money as they stand in tables and lines: whole units, blanks between thousands, never broken."""

from decimal import Decimal

from handbook.records.book import Book
from handbook.records.types.money import Money


def currency(book: Book, project: str | None) -> str:
    """The currency in which a project counts."""
    charter = book.project(project) if project else None
    return (charter.currency if charter else None) or book.settings.currency


def sum_of(book: Book, project: str | None, money: Money | None) -> str:
    """A sum with its currency, that of the project if it has none of its own; empty for no sum."""
    if money is None:
        return ""
    return str(Money(money.amount, money.currency or currency(book, project))).replace("-", "\u2212")


def figure(amount: Decimal) -> str:
    """An amount in whole units, for columns whose head says the currency: ``12 000``, ``−3 700``."""
    return str(Money(amount.quantize(Decimal(1)) + 0)).replace("-", "\u2212")
