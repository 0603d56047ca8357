"""The scheduling engine: numbers in, numbers out, no record in sight."""

from handbook.schedule.calendar import CONTINUOUS, WorkingCalendar, intersection
from handbook.schedule.conflicts import Conflict
from handbook.schedule.critical_path import timetable
from handbook.schedule.drivers import Driver, DriverKind, chain
from handbook.schedule.faults import (
    BadNetwork,
    Cycle,
    LevellingUnavailable,
    NoWorkingTime,
    OwnGroupLink,
    ScheduleFault,
)
from handbook.schedule.float_paths import FloatPath, float_paths
from handbook.schedule.network import Activity, ConstraintType, Link, LinkType, Network
from handbook.schedule.target_float import target_float
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
    "FloatPath",
    "LevellingUnavailable",
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
    "float_paths",
    "intersection",
    "target_float",
    "timetable",
]
