"""Health trend: the 14 points of a schedule at each baseline, as they were kept when it was taken."""

from collections.abc import Sequence
from typing import NamedTuple

from handbook.analysis.baselines import Agreed
from handbook.analysis.schedule_points.point import Point
from handbook.records.kinds.baseline import Baseline


class HealthThen(NamedTuple):
    """The points when a baseline was taken, in their order; without the tasks, which nothing keeps."""

    baseline: Baseline
    points: tuple[Point, ...]


def health_trend(now: Sequence[Point], agreed: Sequence[Agreed]) -> tuple[HealthThen, ...]:
    """What baselines keep of the points of today, in order of time; outcomes are by the limits of today."""
    return tuple(
        HealthThen(one.baseline, tuple(point.at(one.baseline.health.get(point.key)) for point in now))
        for one in agreed
        if one.baseline.health
    )
