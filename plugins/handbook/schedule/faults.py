"""What can be wrong with a network, as exceptions that carry data.

ScheduleFault
├── BadNetwork      a value that no schedule can be made of
│   └── OwnGroupLink    a link between a group and something inside it
├── Cycle           activities that wait for each other
├── LevellingUnavailable    the solver of the extra `levelling` is not installed
└── NoWorkingTime   work to do, and no calendar time to do it in
"""

from __future__ import annotations

from collections.abc import Hashable


class ScheduleFault(Exception):
    """Root of all faults of this package."""


class BadNetwork(ScheduleFault, ValueError):
    """A network that names what is not there, or holds a value that no schedule can be made of."""


class OwnGroupLink(BadNetwork):
    """A link between a group and something inside it: the group would have to wait for itself.

    Attributes:
        group: key of the summary activity.
        inner: key of the activity inside it.
        link: index of the link in the network.
    """

    def __init__(self, group: Hashable, inner: Hashable, link: int) -> None:
        super().__init__(f"link {link} joins the group {group!r} to {inner!r} inside it")
        self.group = group
        self.inner = inner
        self.link = link


class Cycle(ScheduleFault, ValueError):
    """Activities that wait for each other.

    Attributes:
        loop: keys of the activities around one loop, each waiting for the one before it, the first for the
            last.
        loops: one loop for each tangle of activities, `loop` among them, in order of the network.
    """

    def __init__(self, loops: tuple[tuple[Hashable, ...], ...]) -> None:
        self.loops = loops
        self.loop = min(loops, key=len)
        way = " -> ".join(str(key) for key in (*self.loop, self.loop[0]))
        super().__init__(f"activities wait for each other: {way}")


class NoWorkingTime(ScheduleFault, ValueError):
    """Work to do, and no time to do it in: the calendar is empty, or its working time has run out.

    Attributes:
        calendar: text of the calendar.
        activity: key of the activity that needs the time, if one is known.
    """

    def __init__(self, calendar: str, activity: Hashable | None = None) -> None:
        wanted = "" if activity is None else f" for {activity!r}"
        super().__init__(f"no working time{wanted} in calendar {calendar}")
        self.calendar = calendar
        self.activity = activity


class LevellingUnavailable(ScheduleFault):
    """The solver that levelling needs is not installed: OR-Tools, by the extra `levelling`."""

    def __init__(self) -> None:
        super().__init__(
            "expected OR-Tools, which levels; install by pip install 'mkdocs-project-handbook[levelling]'"
        )
