"""Earned schedule: progress in time, read from the planned value (Lipke, Schedule is Different, 2003).

The variance SV and the index SPI of earned value both end well, however late the work is. Earned schedule
asks instead when as much was to be earned as is earned now. Time is counted from the start of the plan, in
periods of length 1 unless their ``ends`` are given; ``planned`` holds the planned value at the end of each
period, added up, so that it never falls and its last value is the budget at completion. Numbers in, numbers
out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_NOTHING = Decimal(0)


def value_at(planned: Sequence[Decimal], time: Decimal, ends: Sequence[Decimal] = ()) -> Decimal:
    """The planned value at a time: within a period it grows evenly, after the last one it is all planned."""
    if time <= _NOTHING or not planned:
        return _NOTHING
    at = bisect_right(_ends(planned, ends), time)
    if at >= len(planned):
        return planned[-1]
    (begin, before), (end, after) = _knot(planned, ends, at), _knot(planned, ends, at + 1)
    return before + (after - before) * (time - begin) / (end - begin)


def earned_schedule(
    planned: Sequence[Decimal], earned: Decimal, ends: Sequence[Decimal] = ()
) -> Decimal | None:
    """ES = C + (EV - PV_C) / (PV_C+1 - PV_C), where C is the last period with PV_C <= EV.

    Of periods that are not all of one length, ``ends`` are the times at which they end. While the plan stands
    still, time is earned with it; once all is earned, ES is the planned duration, and no more. None if
    nothing was planned at all.
    """
    duration = planned_duration(planned, ends)
    if duration is None or earned >= planned[-1]:
        return duration
    periods = bisect_right(planned, max(earned, _NOTHING))
    (begin, before), (end, after) = _knot(planned, ends, periods), _knot(planned, ends, periods + 1)
    return begin + (end - begin) * (max(earned, _NOTHING) - before) / (after - before)


def planned_duration(planned: Sequence[Decimal], ends: Sequence[Decimal] = ()) -> Decimal | None:
    """PD: the time after which all is planned; None if nothing is."""
    if not planned or planned[-1] <= _NOTHING:
        return None
    return _ends(planned, ends)[bisect_left(planned, planned[-1])]


def first_planned(planned: Sequence[Decimal], ends: Sequence[Decimal] = ()) -> Decimal:
    """The time at which the first period begins in which something is planned."""
    return _knot(planned, ends, bisect_right(planned, _NOTHING))[0]


def _ends(planned: Sequence[Decimal], ends: Sequence[Decimal]) -> Sequence[Decimal]:
    """The ends of periods; without any, all are of length 1."""
    return ends or [Decimal(at) for at in range(1, len(planned) + 1)]


def _knot(planned: Sequence[Decimal], ends: Sequence[Decimal], periods: int) -> tuple[Decimal, Decimal]:
    """Time and planned value after so many periods."""
    if not periods:
        return _NOTHING, _NOTHING
    return _ends(planned, ends)[periods - 1], planned[periods - 1]


@dataclass(frozen=True, slots=True)
class EarnedSchedule:
    """Earned time beside the time that passed, both since the start of the plan.

    ``earned`` is ES, ``actual_time`` (AT) the time since the start of the plan, up to the end of the work if
    it is done, and ``planned_duration`` (PD) the length of the plan.
    """

    earned: Decimal
    actual_time: Decimal
    planned_duration: Decimal

    @classmethod
    def of(
        cls, planned: Sequence[Decimal], earned: Decimal, time: Decimal, ends: Sequence[Decimal] = ()
    ) -> "EarnedSchedule | None":
        """From the planned value, what is earned and the time that passed; None if nothing was planned."""
        duration = planned_duration(planned, ends)
        schedule = earned_schedule(planned, earned, ends)
        return None if duration is None or schedule is None else cls(schedule, time, duration)

    def since(self, begin: Decimal) -> "EarnedSchedule":
        """The same with all times counted from a later beginning: that of a part of the work."""
        earned, passed = (max(time - begin, _NOTHING) for time in (self.earned, self.actual_time))
        return EarnedSchedule(earned, passed, self.planned_duration - begin)

    @property
    def schedule_variance(self) -> Decimal:
        """SV(t) = ES - AT; negative when late."""
        return self.earned - self.actual_time

    @property
    def schedule_performance_index(self) -> Decimal | None:
        """SPI(t) = ES / AT; None before the plan begins. Also past the end of the plan it tells lateness."""
        return None if self.actual_time <= _NOTHING else self.earned / self.actual_time

    @property
    def estimate_at_completion(self) -> Decimal | None:
        """IEAC(t) = PD / SPI(t), from the start of the plan; None while nothing is earned."""
        index = self.schedule_performance_index
        return self.planned_duration / index if index else None
