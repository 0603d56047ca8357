"""Time: how far promises slip.

Judged are the milestones that are promised and not reached, and the finish of the charter; the worst gives
the colour.

- red: one slips by the red threshold or more, or beyond the time tolerance of the charter if it has one
- amber: one slips by the amber threshold or more, or the plan has a fault, so that its dates are in doubt
- green: no promise slips that far, or all are reached
- none: nothing is promised, nothing says when it will be reached, or the project is over

A promise that has passed slips from its date to the status date at least, whether a plan knows it or not.
"""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.analysis.case import Case
from handbook.analysis.health import Verdict
from handbook.analysis.limits import Limits
from handbook.analysis.words import figure, slip
from handbook.records.parts import Colour


class Slip(NamedTuple):
    """How far one open promise slips, in working days; ``name`` is what was promised."""

    name: str
    days: int
    colour: Colour


def judge(case: Case) -> Verdict:
    """The colour of time."""
    limits = Limits.of(case.project, case.book.settings.thresholds.time)
    found = list(slips(case))
    faults = 0 if case.is_over else len(case.plan.faults)
    doubt = f"{figure(faults, 'fault')} in the plan" if faults else ""
    if not found:
        return (
            Verdict("amber", doubt, "amber: the plan has a fault") if doubt else _nothing_open(case, limits)
        )
    # Of promises that slip alike the last one is named: it is the one that matters most.
    worst = max(reversed(found), key=lambda one: (_GRAVITY[one.colour], one.days))
    colour: Colour = "amber" if doubt and worst.colour == "green" else worst.colour
    reason = f"{slip(worst.days)} on {worst.name}" if worst.days > 0 else "every promise on time"
    return Verdict(colour, f"{reason}, {doubt}" if doubt else reason, str(limits))


def slips(case: Case) -> Iterator[Slip]:
    """The slips of the charter's finish and of all open promises, as far as plan or status date tell."""
    if case.is_over:
        return
    yield from _finish_slip(case)
    for promise in case.promises:
        if promise.due is None or promise.reached or promise.colour == "none":
            continue
        days = promise.slip
        if days is None:
            days = case.plan.working_days(promise.due, case.status_date)
        yield Slip(promise.milestone.label, days, promise.colour)


def _finish_slip(case: Case) -> Iterator[Slip]:
    due, expected = case.project.finish, case.plan.finish
    if due is None or (expected is None and due >= case.status_date):
        return
    expected = expected or case.status_date
    limits = Limits.of(case.project, case.book.settings.thresholds.time)
    days = case.plan.working_days(due, expected)
    yield Slip("the finish of the project", days, limits.colour(case.plan, due, expected))


def _nothing_open(case: Case, limits: Limits) -> Verdict:
    promised = [promise for promise in case.promises if promise.due]
    if promised and all(promise.reached for promise in promised):
        return Verdict("green", "every promise reached", str(limits))
    if case.is_over:
        return Verdict("none", "the project is over")
    if promised or case.project.finish:
        return Verdict("none", "no forecast for what is promised")
    return Verdict("none", "nothing is promised")


_GRAVITY: dict[Colour, int] = {"green": 0, "amber": 1, "red": 2}
