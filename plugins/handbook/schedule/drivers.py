"""What drives a date: the link, constraint or date that makes an activity start when it does."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from handbook.schedule.network import Link

if TYPE_CHECKING:
    from handbook.schedule.timetable import Timetable

# The passes note a reason as one number: the index of a link, or one of these, or `by_group(index)`.
BY_PROJECT_START = -1
BY_STATUS = -2
BY_CONSTRAINT = -3
BY_ACTUAL = -4
BY_LATE = -5
_BY_GROUP = -6


class DriverKind(Enum):
    """The kinds of things that drive a start."""

    PROJECT_START = "project start"
    STATUS = "status date"
    CONSTRAINT = "constraint"
    ACTUAL = "actual start"
    LATE = "as late as possible"
    LINK = "link"
    MEMBER = "member"


_KINDS = {
    BY_PROJECT_START: DriverKind.PROJECT_START,
    BY_STATUS: DriverKind.STATUS,
    BY_CONSTRAINT: DriverKind.CONSTRAINT,
    BY_ACTUAL: DriverKind.ACTUAL,
    BY_LATE: DriverKind.LATE,
}


class Driver(NamedTuple):
    """What drives the start of an activity.

    Attributes:
        kind: what it is.
        link: index of the link, for LINK; its successor may be a group around the activity.
        activity: index of the predecessor of that link, of the activity or group whose constraint it is, or
            of the member of a group that starts first.
    """

    kind: DriverKind
    link: int | None = None
    activity: int | None = None

    def __str__(self) -> str:
        return self.kind.value


def by_group(group: int) -> int:
    """The reason: the start constraint of a group around the activity."""
    return _BY_GROUP - group


def group_of(reason: int) -> int:
    """The group of a reason made by `by_group`."""
    return _BY_GROUP - reason


def driver(reason: int, activity: int, links: Sequence[Link]) -> Driver:
    """A reason of an activity spelt out."""
    if reason >= 0:
        return Driver(DriverKind.LINK, reason, links[reason].pred)
    if reason <= _BY_GROUP:
        return Driver(DriverKind.CONSTRAINT, activity=group_of(reason))
    return Driver(_KINDS[reason], activity=activity if reason == BY_CONSTRAINT else None)


def chain(timetable: Timetable, key: Hashable) -> list[tuple[Hashable, Driver]]:
    """Why an activity starts when it does: it and its driver, then what drives that, back to a first cause.

    Groups on the way are followed into the member that gives them their date.
    """
    network = timetable.network
    at = network.index[key]
    found: list[tuple[Hashable, Driver]] = []
    while True:
        why = timetable.driver(at)
        found.append((network.activities[at].key, why))
        if why.kind is DriverKind.LINK and why.link is not None:
            at = timetable.decisive(network.links[why.link])
        elif why.kind is DriverKind.MEMBER and why.activity is not None:
            at = why.activity
        else:
            return found
