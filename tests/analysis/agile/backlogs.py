"""Backlogs and iterations made in a line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from handbook.analysis.agile.work import Work
from handbook.records.book import Book
from handbook.records.kinds.backlog import Backlog
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.records.kinds.iteration import Iteration

TODAY = date(2026, 6, 1)


def ago(days: int) -> date:
    """The day so many days before the status date."""
    return TODAY - timedelta(days=days)


def item(number: int, **fields: Any) -> BacklogItem:
    """An item of Apollo; days may be given as days before the status date."""
    days = {
        name: ago(value) if isinstance(value, int) else value
        for name, value in fields.items()
        if name in ("added", "started", "finished", "removed")
    }
    told = {"id": f"PB-{number}", "project": "apollo", **_numbers(fields, "size"), **days}
    return BacklogItem.model_validate(told)


def work(*items: BacklogItem, **fields: Any) -> Work:
    """The backlog of Apollo with some items."""
    backlog = Backlog.model_validate({"id": "backlog", "project": "apollo", **fields})
    return Work(backlog, items, TODAY)


def weekly(*done: int, left: int = 5) -> Work:
    """A backlog of which so many items were finished in each week, and some are left."""
    number, items = 0, []
    for back, many in enumerate(reversed(done)):
        for _ in range(many):
            number += 1
            items.append(item(number, started=7 * back + 2, finished=7 * back + 1))
    start = [item(0, started=7 * len(done) - 1, finished=None)] if left else []
    return work(*items, *start, *(item(100 + at) for at in range(left - len(start))))


def iteration(number: int, first: date, last: date, **fields: Any) -> Iteration:
    """An iteration of Apollo."""
    numbers = _numbers(fields, "capacity", "committed", "completed")
    told = {"id": f"IT-{number}", "project": "apollo", "from": first, "to": last, **numbers}
    return Iteration.model_validate(told)


def book(*records: Any) -> Book:
    """A book of some records, on the status date."""
    return Book(records, status_date=TODAY)


def _numbers(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    """The fields as the reader of files hands them on: numbers are not whole."""
    return {
        name: float(value) if name in names and value is not None else value for name, value in fields.items()
    }
