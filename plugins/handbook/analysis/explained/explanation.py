"""The explanation of a date: why it is what it is, what comes next to it, what would bring it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handbook.analysis.explained.bring_in import BringIn, brought_in
from handbook.analysis.explained.state import begin
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.promise import Promise
from handbook.planning.breakdown import Item
from handbook.planning.near_paths import near_paths
from handbook.planning.plan import Entry
from handbook.planning.settled import Settled
from handbook.planning.upstream import Spot
from handbook.planning.week import measure
from handbook.planning.why.step import Why
from handbook.records.kinds.milestone import Milestone
from handbook.records.types.duration import Duration


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

    ``paths`` go through all projects, the driving one first. ``bring_in`` is None if that was
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
    own = portfolio.settled(item.project or "")
    parts = {key: portfolio.settled(key) for key in portfolio.plans.needed(item.project or "")}
    return tuple(
        NearPath(
            _worked(parts[path.activities[-1].project], path.activities[-1].row, path.slack, own),
            tuple(one for spot in path.activities if (one := _item(parts, spot)) is not None),
            None if path.joins is None else _item(parts, path.joins),
        )
        for path in near_paths(parts, item, most)
    )


def _item(parts: Mapping[str, Settled], spot: Spot) -> Item | None:
    return parts[spot.project].draft.item(spot.row)


def _worked(settled: Settled, at: int, slack: int, own: Settled) -> int:
    """Float in working time of the item's project, in days as long as its own.

    That of what runs by the clock is counted in the calendar of its project.
    """
    table = settled.timetable
    if table.network.activities[at].elapsed:
        slack = table.network.calendar.between(table.finish[at], table.finish[at] + slack)
    day, own_day = measure(table.network.calendar).day, measure(own.timetable.network.calendar).day
    return slack if day == own_day else slack * own_day // day
