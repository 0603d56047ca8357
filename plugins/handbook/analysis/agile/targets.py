"""Agile work under a plan: whether a backlog is done when the plan or a promise needs it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from handbook.analysis.agile.backlog_forecast import SEED, TRIALS, BacklogForecast, backlog_forecast
from handbook.analysis.agile.work import Work
from handbook.planning.plan import Plan
from handbook.records.book import Book
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task

Aim = Task | Milestone | Deliverable


@dataclass(frozen=True)
class Target:
    """Something that items of a backlog contribute to.

    ``open`` of them are still to be finished. Items are done in order: with the last of them, all that stand
    before it are done too, and ``forecast`` is that of them all. ``due`` is what was promised, ``planned``
    when the plan expects it; both None if there is none.
    """

    record: Aim
    open: int
    forecast: BacklogForecast
    due: date | None
    planned: date | None

    @property
    def needed(self) -> date | None:
        """The day it is measured by: what was promised, or else what the plan expects."""
        return self.due or self.planned

    @property
    def chance(self) -> float | None:
        """The chance that its items are done by then; None without such a day, or without a forecast."""
        return self.forecast.chance_by(self.needed) if self.needed else None


def targets(
    book: Book, work: Work, plan: Callable[[str], Plan], trials: int = TRIALS, seed: int = SEED
) -> tuple[Target, ...]:
    """What the items that are left contribute to: what all of them do, then the others as they come up.

    ``plan`` gives the timetable of a project.
    """
    places: dict[str, list[int]] = {}
    aims: dict[str, Aim] = {}
    for at, aim in _aims(book, work):
        aims[aim.address.casefold()] = aim
        places.setdefault(aim.address.casefold(), []).append(at)
    return tuple(
        Target(
            aims[address],
            len(found),
            backlog_forecast(work, number=max(found) + 1, trials=trials, seed=seed),
            _due(aims[address]),
            _planned(aims[address], plan),
        )
        for address, found in places.items()
    )


def _aims(book: Book, work: Work) -> Iterator[tuple[int, Aim]]:
    """For each item that is left, by its place, what it contributes to."""
    shared = work.backlog.for_
    names = [(at, name) for at, item in enumerate(work.remaining) for name in (shared, item.for_) if name]
    names.sort(key=lambda one: one[1] != shared)
    seen: set[tuple[int, str]] = set()
    for at, name in names:
        aim = book.find(name, work.backlog.project, ("task", "milestone", "deliverable"))
        if isinstance(aim, Task | Milestone | Deliverable) and (at, aim.address) not in seen:
            seen.add((at, aim.address))
            yield at, aim


def _due(aim: Aim) -> date | None:
    return aim.deadline if isinstance(aim, Task) else aim.due


def _planned(aim: Aim, plan: Callable[[str], Plan]) -> date | None:
    entry = None if isinstance(aim, Deliverable) else plan(aim.project or "").entry(aim)
    return entry.finish.date() if entry else None
