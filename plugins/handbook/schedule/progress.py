"""Progress: what is done, what is left, and how it adds up.

Work that is done stands at its actual dates. Work that has begun keeps its actual start; what remains of it
is worked from the status date on, or from where the done part ends if that is later. Links no longer move the
start of work that has begun; they still bound its late dates and those of what it waits for, as in Microsoft
Project.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.schedule.network import Activity


class Progress(NamedTuple):
    """How far an activity that has begun is.

    Attributes:
        start: actual start; None if work was reported without one, and it counts from where it was planned.
        finish: actual finish; None while it is unfinished or unknown.
        done, remaining: minutes of the duration.
        finished: whether nothing is left to do.
    """

    start: int | None
    finish: int | None
    done: int
    remaining: int
    finished: bool


def progress(activity: Activity) -> Progress | None:
    """How far an activity is; None if it has not begun."""
    if activity.actual_start is None and activity.actual_finish is None and not activity.percent:
        return None
    if activity.actual_finish is not None:
        return Progress(activity.actual_start, activity.actual_finish, activity.duration, 0, finished=True)
    done = int(activity.duration * activity.percent / 100 + 0.5)
    remaining = activity.duration - done if activity.remaining is None else activity.remaining
    if not activity.percent:
        done = max(0, activity.duration - remaining)
    return Progress(activity.actual_start, None, done, remaining, finished=remaining == 0)


def rolled_percent(parts: Iterable[tuple[int, float]]) -> float:
    """Percent done of (duration, percent) parts, weighted by duration; milestones alone count one each."""
    listed = list(parts)
    if not any(duration for duration, _ in listed):
        listed = [(1, percent) for _, percent in listed]
    whole = sum(duration for duration, _ in listed)
    return sum(duration * percent for duration, percent in listed) / whole if whole else 0.0
