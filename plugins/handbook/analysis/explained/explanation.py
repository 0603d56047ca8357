"""The explanation of a date: why it is what it is, what comes next to it, what would bring it in."""

from dataclasses import dataclass
from datetime import date

from handbook.analysis.explained.bring_in import BringIn, brought_in
from handbook.analysis.explained.state import begin
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.promise import Promise
from handbook.planning.breakdown import Item
from handbook.planning.plan import Entry
from handbook.planning.settled import Settled
from handbook.planning.why.event import event_of
from handbook.planning.why.step import Why
from handbook.records.kinds.milestone import Milestone
from handbook.records.types.duration import Duration
from handbook.schedule import float_paths, target_float


@dataclass(frozen=True, slots=True)
class NearPath:
    """A path to a date: its float in working minutes, and its work, the first to be done first.

    ``joins`` is what waits for its end on a path with less float, if it is told.
    """

    slack: int
    items: tuple[Item, ...]
    joins: Item | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that there is to say of a date.

    ``paths`` are those in the project of the item, the driving one first. ``bring_in`` is None if that was
    not asked, or if there is nothing left to bring in. ``day_minutes`` is the working time of a normal day.
    """

    item: Item
    entry: Entry
    why: Why
    promise: Promise | None
    paths: tuple[NearPath, ...]
    bring_in: BringIn | None
    day_minutes: int
    status_date: date


def explanation(
    portfolio: Portfolio, item: Item, by: Duration | None = None, most: int = 4
) -> Explanation | None:
    """The explanation of the date of an item; None if it has none.

    ``by`` is how much it is to be brought in, ``most`` the greatest number of paths.
    """
    plan = portfolio.plan(item.project or "")
    entry = plan.entry(item)
    state = begin(portfolio.book, portfolio.plans, item)
    found = state.why
    if found is None or entry is None:
        return None
    wanted = by.minutes(plan.day_minutes, plan.week_minutes) if by and entry.state != "done" else 0
    promises = portfolio.promises(item.project or "") if isinstance(item, Milestone) else ()
    return Explanation(
        item,
        entry,
        found,
        next((one for one in promises if one.milestone.id == item.id), None),
        _paths(portfolio, item, most) if entry.state != "done" else (),
        brought_in(state, wanted) if wanted else None,
        plan.day_minutes,
        portfolio.status_date,
    )


def _paths(portfolio: Portfolio, item: Item, most: int) -> tuple[NearPath, ...]:
    settled = portfolio.settled(item.project or "")
    event = event_of(portfolio.settled, item, "finish")
    if event is None or event.is_group:
        return ()
    table = settled.timetable
    found = float_paths(table, event.row, target_float(table, event.row), most)
    return tuple(
        NearPath(
            _worked(settled, path.activities[-1], path.slack),
            tuple(one for at in path.activities if (one := settled.draft.item(at)) is not None),
            None if path.joins is None else settled.draft.item(path.joins),
        )
        for path in found
    )


def _worked(settled: Settled, at: int, slack: int) -> int:
    """Float in working time; that of what runs by the clock in the project's calendar."""
    table = settled.timetable
    if not table.network.activities[at].elapsed:
        return slack
    return table.network.calendar.between(table.finish[at], table.finish[at] + slack)
