"""The status date: the day a handbook speaks of, from what its settings or a door say of it.

Nothing here asks the clock or runs git: each door hands in how it does that.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from handbook.loading.loaded import Loaded

Run = Callable[[Sequence[str], Path], str | None]
"""Runs a command in a folder and gives its output; None if there is no such command, or if it fails."""


class StatusDate(NamedTuple):
    """A day, and a remark if it is not the one that was asked for."""

    day: date
    note: str = ""


def status_date(stated: str | date, folder: Path, *, today: Callable[[], date], run: Run) -> StatusDate:
    """The day that ``stated`` means: a date, ``today``, or ``commit``, that of the last commit in ``folder``.

    It is the committer's day, in the committer's own time zone. Without git, or where nothing of the folder
    is committed, it is today.
    """
    if isinstance(stated, date):
        return StatusDate(stated)
    if stated == "today":
        return StatusDate(today())
    committed = (
        run(("git", "-c", "log.showSignature=false", "log", "-1", "--format=%cs", "--", "."), folder) or ""
    ).strip()
    try:
        return StatusDate(date.fromisoformat(committed))
    except ValueError:
        day = today()
        return StatusDate(day, f"no commit found in {folder.name}, so the status date is today, {day}")


def dated(loaded: "Loaded", day: date) -> "Loaded":
    """What was loaded, speaking of another day; nothing is read again, for no record depends on the day."""
    return replace(loaded, book=replace(loaded.book, status_date=day))
