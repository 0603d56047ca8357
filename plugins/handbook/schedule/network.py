"""A network of activities: what is to be done, for how long, and what waits for what.

Constraint types mean what Microsoft Project documents for its Constraint Type field:

====  ======================  =====================================================================
ASAP  as soon as possible     no bound
ALAP  as late as possible     forecast at the late dates: delays followers, never the end
SNET  start no earlier than   pushes the start to the date
FNET  finish no earlier than  pushes the finish to the date
SNLT  start no later than     holds the start back to the date, against links if need be
FNLT  finish no later than    holds the finish back to the date, against links if need be
MSO   must start on           early, forecast and late start are the date
MFO   must finish on          early, forecast and late finish are the date
====  ======================  =====================================================================

On a group, SNET bounds the start and FNLT the finish of all in it; Microsoft Project allows no others there.
Here FNET holds the finish of the group itself, SNLT bounds whoever starts first in it, MSO and MFO do what
these two of their end do, and ALAP is that of its members. A link to the start of a group (FS, SS) bounds the
start of all that is in it; a link to its finish (FF, SF) holds the finish of the group itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from handbook.schedule.calendar import WorkingCalendar
from handbook.schedule.faults import BadNetwork
from handbook.schedule.instants import written


class LinkType(Enum):
    """Which end of the predecessor bounds which end of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"

    @property
    def from_finish(self) -> bool:
        """Whether the predecessor's finish counts, not its start."""
        return self is LinkType.FS or self is LinkType.FF

    @property
    def to_finish(self) -> bool:
        """Whether the successor's finish is bound, not its start."""
        return self is LinkType.FF or self is LinkType.SF


class ConstraintType(Enum):
    """The eight constraint types of the field; the table in this module says what each does."""

    ASAP = "ASAP"
    ALAP = "ALAP"
    SNET = "SNET"
    SNLT = "SNLT"
    FNET = "FNET"
    FNLT = "FNLT"
    MSO = "MSO"
    MFO = "MFO"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity, milestone (duration 0) or group (an activity that others name as their parent).

    A group has no duration, progress or calendar arithmetic of its own: its dates and progress roll up. Its
    calendar serves to measure its duration, its float and the lag of links into it.

    Attributes:
        key: what the caller calls it; unique in its network.
        duration: working minutes of its calendar, or minutes of the clock if `elapsed`.
        calendar: when it can be worked on; None is the calendar of the network.
        elapsed: the duration runs through nights and holidays.
        parent: index of the group it belongs to.
        constraint, constraint_at: constraint type, and its instant (None for ASAP and ALAP).
        deadline: instant that bounds the late finish (of a group, of all in it), and nothing else.
        actual_start, actual_finish: instants at which it did start and finish.
        remaining: minutes of the duration still to do; None is what `percent` leaves.
        percent: part of the duration done, 0 to 100.
    """

    key: Hashable
    duration: int = 0
    calendar: WorkingCalendar | None = None
    elapsed: bool = False
    parent: int | None = None
    constraint: ConstraintType = ConstraintType.ASAP
    constraint_at: int | None = None
    deadline: int | None = None
    actual_start: int | None = None
    actual_finish: int | None = None
    remaining: int | None = None
    percent: float = 0.0

    def __str__(self) -> str:
        words = [f"{self.key}: {self.duration} min{' elapsed' if self.elapsed else ''}"]
        if self.constraint_at is not None:
            words.append(f"{self.constraint.value} {written(self.constraint_at)}")
        elif self.constraint is ConstraintType.ALAP:
            words.append("ALAP")
        for name in ("deadline", "actual_start", "actual_finish"):
            if (at := getattr(self, name)) is not None:
                words.append(f"{name.replace('_', ' ')} {written(at)}")
        return ", ".join([*words, f"{self.percent:g} %"] if self.percent else words)


@dataclass(frozen=True, slots=True)
class Link:
    """One activity waits for another, by index.

    Attributes:
        pred, succ: indexes of the activities; a group stands for the earliest start and the latest finish
            inside it.
        type: which ends are linked.
        lag: minutes in between, in the successor's calendar; negative is a lead.
        elapsed_lag: the lag is in minutes of the clock.
    """

    pred: int
    succ: int
    type: LinkType = LinkType.FS
    lag: int = 0
    elapsed_lag: bool = False

    def named(self, pred: Hashable, succ: Hashable) -> str:
        """The link as text, with names for its ends: ``a -> b SS+60 min``."""
        lag = f"{self.lag:+} min{' elapsed' if self.elapsed_lag else ''}" if self.lag else ""
        return f"{pred} -> {succ} {self.type.value}{lag}"

    def __str__(self) -> str:
        return self.named(self.pred, self.succ)


@dataclass(frozen=True, slots=True)
class Network:
    """Activities and links, checked to be about each other.

    Raises:
        BadNetwork: a key given twice, an index that is not there, a negative duration, a percent outside 0 to
            100, a constraint without its date, or an actual finish before the actual start.
    """

    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    calendar: WorkingCalendar
    index: dict[Hashable, int] = field(init=False, repr=False, compare=False)
    """key -> index of the activity"""

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", {one.key: at for at, one in enumerate(self.activities)})
        if len(self.index) < len(self.activities):
            (key, count), *_ = Counter(one.key for one in self.activities).most_common(1)
            raise BadNetwork(f"expected each key once, found {key!r} {count} times")
        for activity in self.activities:
            _check_activity(activity, len(self.activities))
        for at, link in enumerate(self.links):
            if not (0 <= link.pred < len(self.activities) and 0 <= link.succ < len(self.activities)):
                raise BadNetwork(f"link {at} ({link}) names an activity that is not there")

    def instead(self, changes: Mapping[int, Activity]) -> Network:
        """The network with some activities, by index, in place of others of the same key.

        Raises:
            BadNetwork: one of them is not sensible.
        """
        activities = list(self.activities)
        for at, activity in changes.items():
            if activity.key != activities[at].key:
                raise BadNetwork(f"expected the key {activities[at].key!r}, found {activity.key!r}")
            _check_activity(activity, len(activities))
            activities[at] = activity
        made = object.__new__(Network)
        given = (tuple(activities), self.links, self.calendar, self.index)
        for name, value in zip(Network.__slots__, given, strict=True):
            object.__setattr__(made, name, value)
        return made

    def __str__(self) -> str:
        lines = [str(one) for one in self.activities]
        for link in self.links:
            lines.append(link.named(self.activities[link.pred].key, self.activities[link.succ].key))
        return "\n".join(lines)


def _check_activity(activity: Activity, count: int) -> None:
    dateless = activity.constraint is ConstraintType.ASAP or activity.constraint is ConstraintType.ALAP
    if activity.parent is not None and not 0 <= activity.parent < count:
        raise BadNetwork(f"{activity.key!r} has a parent that is not there: {activity.parent}")
    if activity.duration < 0 or (activity.remaining is not None and activity.remaining < 0):
        raise BadNetwork(f"{activity.key!r} has a negative duration")
    start, finish = activity.actual_start, activity.actual_finish
    if start is not None and finish is not None and finish < start:
        raise BadNetwork(f"{activity.key!r} did finish before it did start")
    if not 0 <= activity.percent <= 100:
        raise BadNetwork(f"{activity.key!r} is {activity.percent} % done, expected 0 to 100")
    if dateless is not (activity.constraint_at is None):
        wanted = "no date" if dateless else "a date"
        raise BadNetwork(
            f"{activity.key!r} has the constraint {activity.constraint.value}, which takes {wanted}"
        )
