"""The scheduling engine: numbers in, numbers out, no record in sight."""

from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar, intersection
from handbook.schedule.conflicts import Conflict
from handbook.schedule.critical_path import timetable
from handbook.schedule.drivers import Driver, DriverKind, chain
from handbook.schedule.faults import BadNetwork, Cycle, NoWorkingTime, OwnGroupLink, ScheduleFault
from handbook.schedule.network import Activity, ConstraintType, Link, LinkType, Network
from handbook.schedule.timetable import Scheduled, Timetable

__all__ = [
    "CONTINUOUS",
    "Activity",
    "BadNetwork",
    "Conflict",
    "ConstraintType",
    "Cycle",
    "Driver",
    "DriverKind",
    "Link",
    "LinkType",
    "Network",
    "NoWorkingTime",
    "OwnGroupLink",
    "ScheduleFault",
    "Scheduled",
    "Timetable",
    "WorkingCalendar",
    "chain",
    "intersection",
    "timetable",
]
