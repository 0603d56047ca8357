"""Levelling: a plan that asks of nobody more than there is. Numbers in, numbers out."""

from handbook.schedule.levelling.level import WORKING_DAY, first_plan, level
from handbook.schedule.levelling.levelled import Levelled, Overload, Shortage, Wait
from handbook.schedule.levelling.problem import (
    FULL_TIME,
    NORMAL_PRIORITY,
    Absence,
    Choice,
    Job,
    Levelling,
    Resource,
)
from handbook.schedule.levelling.resourced import levelled_network

__all__ = [
    "FULL_TIME",
    "NORMAL_PRIORITY",
    "WORKING_DAY",
    "Absence",
    "Choice",
    "Job",
    "Levelled",
    "Levelling",
    "Overload",
    "Resource",
    "Shortage",
    "Wait",
    "first_plan",
    "level",
    "levelled_network",
]
