"""Dates in tables: plain, or with a sign where something is overdue."""

from datetime import date

from handbook.analysis.words import day, figure
from handbook.views.block.inline import Light, Phrase


def dated(moment: date | None, status_date: date) -> Phrase:
    """A date, or nothing."""
    return (day(moment, status_date),) if moment else ()


def due(moment: date | None, status_date: date, is_open: bool = True) -> Phrase:
    """A date by which something is to be done; with a sign once it has passed and nothing was done."""
    if moment is None:
        return ()
    late = (status_date - moment).days
    if not is_open or late <= 0:
        return dated(moment, status_date)
    return (Light("red", f"{day(moment, status_date)}, {figure(late, 'day')} overdue"),)
