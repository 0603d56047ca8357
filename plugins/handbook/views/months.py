"""Months as they stand in tables: ``March 2026``."""

from handbook.analysis import words
from handbook.records.types.month import Month


def month(value: Month) -> str:
    """A month with its year, not broken over two lines."""
    return f"{words.month(value.first)}\u00a0{value.year}"
