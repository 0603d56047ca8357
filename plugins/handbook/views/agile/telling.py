"""Words and rows that several views of agile work share."""

from collections.abc import Sequence
from typing import TypeVar

from handbook.analysis.agile.chance import percent
from handbook.analysis.agile.course import Measure
from handbook.analysis.agile.targets import Target
from handbook.analysis.agile.work import Work
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.views.block.inline import Light, Phrase
from handbook.views.dates import dated
from handbook.views.values import number
from handbook.views.view import Ground, Options

T = TypeVar("T")

_MOST_ROWS = 30


def backlog_of(ground: Ground, options: Options) -> Work | None:
    """The backlog that a view with some options shows; None if there is none."""
    charter = ground.charter(options)
    return ground.portfolio.backlog(charter.id) if charter else None


def unit(work: Work | None, by: Measure) -> str:
    """What amounts count, in a word: items, or the unit of the backlog."""
    return "items" if by == "items" else (work and work.backlog.unit) or "size"


def tenths(value: float) -> str:
    """A number with at most one decimal."""
    return number(round(value, 1))


def weekly(days: Sequence[T]) -> tuple[T, ...]:
    """Of a row of days every seventh, counted back from the last, so many that a table can hold them."""
    step = 7 * (len(days) // (7 * _MOST_ROWS) + 1)
    return tuple(days[at] for at in range(len(days) - 1, -1, -step))


def unsized(work: Work, by: Measure) -> int:
    """How many items count for nothing because they have no size."""
    if by == "items":
        return 0
    return sum(item.size is None and item.stand(work.day) != "removed" for item in work.items)


def stand(ground: Ground, item: BacklogItem) -> str:
    """Where an item stands; ``later`` if it is yet to come into the backlog."""
    return item.stand(ground.status_date) or "later"


def needed(ground: Ground, target: Target) -> Phrase:
    """The day on which the items are needed, and whether it is promised or planned."""
    if target.needed is None:
        return ()
    return (*dated(target.needed, ground.status_date), " promised" if target.due else " planned")


def odds(target: Target) -> Phrase:
    """The chance to be done in time, with a colour: red if it fails more often than not."""
    if target.chance is None:
        return ()
    told = percent(target.chance)
    if target.chance < 0.5:
        return (Light("red", told),)
    return (Light("green" if target.chance >= 0.85 else "amber", told),)
