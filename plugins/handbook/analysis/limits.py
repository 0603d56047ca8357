"""The limits of lateness: from when a promise is amber, and from when red."""

from datetime import date
from typing import NamedTuple

from handbook.planning.plan import Plan
from handbook.planning.wording import spoken
from handbook.records.kinds.project import Project
from handbook.records.kinds.settings import TimeThresholds
from handbook.records.parts import Colour
from handbook.records.types.duration import Duration

_DAY = 24 * 60


class Limits(NamedTuple):
    """What lateness is amber and what is red in one project.

    A charter's tolerance goes before the threshold of red: a slip up to the tolerance is the manager's to
    deal with, beyond it the sponsor must be asked (PRINCE2, management by exception). Elapsed durations are
    held against calendar days, all others against working days.
    """

    thresholds: TimeThresholds
    tolerance: Duration | None = None

    @classmethod
    def of(cls, project: Project, thresholds: TimeThresholds) -> "Limits":
        """The limits of a project."""
        return cls(thresholds, project.tolerances.time if project.tolerances else None)

    def colour(self, plan: Plan, due: date, expected: date) -> Colour:
        """The colour of something promised for ``due`` and expected for another day."""
        if plan.working_days(due, expected) <= 0:
            return "green"
        if self.tolerance is not None:
            is_red = self._is_later(plan, due, expected, self.tolerance, or_equal=False)
        else:
            is_red = self._is_later(plan, due, expected, self.thresholds.red, or_equal=True)
        if is_red:
            return "red"
        return (
            "amber" if self._is_later(plan, due, expected, self.thresholds.amber, or_equal=True) else "green"
        )

    def __str__(self) -> str:
        amber = f"amber from {spoken(self.thresholds.amber)} late on a promise"
        if self.tolerance is not None:
            return f"{amber}, red beyond the tolerance of {spoken(self.tolerance)}"
        return f"{amber}, red from {spoken(self.thresholds.red)}"

    @staticmethod
    def _is_later(plan: Plan, due: date, expected: date, limit: Duration, *, or_equal: bool) -> bool:
        allowed = limit.minutes(plan.day_minutes, plan.week_minutes)
        late = (
            (expected - due).days * _DAY
            if limit.elapsed
            else plan.working_days(due, expected) * plan.day_minutes
        )
        return late >= allowed if or_equal else late > allowed
