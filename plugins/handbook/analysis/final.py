"""The final promise of a project: the one that the headline speaks of."""

from datetime import date
from typing import NamedTuple

from handbook.analysis.outlook import Dated
from handbook.analysis.promise import Promise
from handbook.planning.plan import Entry


class Final(NamedTuple):
    """The last milestone promised, or else the finish of the charter, or else the end of the plan.

    While a project runs, promises that are still open go before those that are kept.

    ``name`` is the milestone's title, empty for the project as a whole. ``due`` is what was promised,
    ``expected`` the forecast or the actual date, ``slip`` the working days between them. ``entry`` is what
    decides the date in the plan: the milestone, or what finishes last.
    """

    name: str = ""
    due: date | None = None
    expected: date | None = None
    slip: int | None = None
    is_reached: bool = False
    by_hand: bool = False
    entry: Entry | None = None


def final(case: Dated) -> Final:
    """The final promise of a project."""
    promised = [promise for promise in case.promises if promise.due is not None]
    if not case.is_over:
        promised = [promise for promise in promised if not promise.reached] or promised
    if promised:
        # Promises are in order of their dates; of several on one day the one expected last decides.
        last = max(promised, key=lambda one: (one.due or date.min, one.expected or date.max))
        return _of_milestone(case, last)
    return _of_project(case)


def _of_milestone(case: Dated, promise: Promise) -> Final:
    return Final(
        promise.milestone.label,
        promise.due,
        promise.expected,
        promise.slip,
        promise.reached is not None,
        promise.by_hand,
        case.plan.entry(promise.milestone),
    )


def _of_project(case: Dated) -> Final:
    due, expected = case.project.finish, case.plan.finish
    entries = [entry for entry in case.plan.entries if not entry.summary]
    last = max(entries, key=lambda entry: entry.finish, default=None)
    is_done = bool(entries) and all(entry.state == "done" for entry in entries)
    slip = case.plan.working_days(due, expected) if due and expected else None
    return Final("", due, expected, slip, is_done, entry=last)
