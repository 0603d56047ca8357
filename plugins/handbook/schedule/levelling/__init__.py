"""Levelling: a plan that asks of nobody more than there is. Numbers in, numbers out."""

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

__all__ = [
    "FULL_TIME",
    "NORMAL_PRIORITY",
    "Absence",
    "Choice",
    "Job",
    "Levelled",
    "Levelling",
    "Overload",
    "Resource",
    "Shortage",
    "Wait",
]
