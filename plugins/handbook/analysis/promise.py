"""Promises: what was promised of each milestone, what is expected, and by how much it slips."""

from datetime import date
from typing import Literal, NamedTuple

from handbook.analysis.limits import Limits
from handbook.planning.plan import Entry, Plan
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.parts import Colour

Outcome = Literal["reached", "open", "unplanned"]


class Promise(NamedTuple):
    """One milestone with its promise.

    ``expected`` is the forecast of the plan (or the one given by hand), or the actual date of one that is
    reached; None if neither plan nor record gives one. ``slip`` is in working days after the promise,
    negative if early, None without promise or date. ``by_hand`` tells that the forecast was typed, not
    computed. ``critical``: its delay delays the project.

    ``colour`` follows the thresholds of the settings and the tolerance of the charter. One that is reached is
    green, for nothing can be done about it any more. One without forecast counts from the status date once
    its promise has passed, and has no colour before. ``none`` without a promise.
    """

    milestone: Milestone
    due: date | None
    expected: date | None
    reached: date | None
    slip: int | None
    colour: Colour | Literal["none"]
    outcome: Outcome
    by_hand: bool = False
    critical: bool = False

    @property
    def is_missed(self) -> bool:
        """Whether it turns out, or is certain already, that the promise is not kept."""
        return self.slip is not None and self.slip > 0

    def __str__(self) -> str:
        days = "" if self.slip is None else f" {self.slip:+} d"
        return f"{self.milestone.id}: due {self.due}, {self.outcome} {self.expected}{days}, {self.colour}"


def promises(book: Book, project: Project, plan: Plan) -> tuple[Promise, ...]:
    """The milestones of a project by the dates promised, else expected; those with neither last.

    Milestones that the reader may not see take part in the plan, but promise this reader nothing.
    """
    limits = Limits.of(project, book.settings.thresholds.time)
    shown = (milestone for milestone in book.of(Milestone, project.id) if not milestone.withheld)
    found = [_promise(milestone, plan, limits) for milestone in shown]
    return tuple(sorted(found, key=lambda one: one.due or one.expected or date.max))


def _promise(milestone: Milestone, plan: Plan, limits: Limits) -> Promise:
    entry = plan.entry(milestone)
    expected = milestone.reached or (entry.finish.date() if entry else None)
    due = milestone.due
    return Promise(
        milestone,
        due,
        expected,
        milestone.reached,
        plan.working_days(due, expected) if due and expected else None,
        _colour(milestone, expected, plan, limits),
        "reached" if milestone.reached else "open" if entry else "unplanned",
        by_hand=entry is not None and _is_by_hand(milestone, entry),
        critical=entry is not None and entry.critical,
    )


def _colour(
    milestone: Milestone, expected: date | None, plan: Plan, limits: Limits
) -> Colour | Literal["none"]:
    if milestone.due is None:
        return "none"
    if milestone.reached:
        return "green"
    if expected is None:
        if milestone.due >= plan.status_date:
            return "none"
        expected = plan.status_date
    return limits.colour(plan, milestone.due, expected)


def _is_by_hand(milestone: Milestone, entry: Entry) -> bool:
    """Whether the date was typed; one that has passed and is moved to the status date still is."""
    kind = entry.driver.kind if entry.driver else ""
    return kind == "expected" or (kind == "status" and milestone.expected is not None and not milestone.after)
