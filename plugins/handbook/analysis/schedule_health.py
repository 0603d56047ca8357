"""Schedule health: the DCMA 14-point assessment of a plan.

Source: Defense Contract Management Agency, Earned Value Management System Program Analysis Pamphlet,
DCMA-EA PAM 200.1, October 2012, section 4. What needs a baseline is *not evaluated* without one: that is an
outcome of its own, and never a pass.
"""

from handbook.analysis.schedule_points.critical_path import critical_path_test
from handbook.analysis.schedule_points.dates import (
    high_duration,
    high_float,
    invalid_dates,
    negative_float,
    resources,
)
from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.logic import (
    hard_constraints,
    lags,
    leads,
    logic,
    relationship_types,
)
from handbook.analysis.schedule_points.point import Point
from handbook.analysis.schedule_points.promised import (
    baseline_execution_index,
    critical_path_length_index,
    missed_tasks,
)

TESTS = (
    logic,
    leads,
    lags,
    relationship_types,
    hard_constraints,
    high_float,
    negative_float,
    high_duration,
    invalid_dates,
    resources,
    missed_tasks,
    critical_path_test,
    critical_path_length_index,
    baseline_execution_index,
)
"""The fourteen tests in their order."""


def schedule_health(ground: Ground) -> tuple[Point, ...]:
    """The results of all fourteen tests, with the thresholds of the source."""
    return tuple(test(ground) for test in TESTS)
