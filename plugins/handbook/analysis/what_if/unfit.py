"""Where a scenario breaks a levelled schedule that was accepted: what does not fit it any more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.analysis.misfits import Misfit, misfits
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.comparison import Outcome
from handbook.analysis.what_if.overloads import Overload
from handbook.records.kinds.levelled import Levelled
from handbook.records.kinds.project import Project


@dataclass(frozen=True, slots=True)
class Unfit:
    """A project whose plan is not as it was levelled on a day, and was so before, or less far from it."""

    project: Project
    made: date
    misfits: tuple[Misfit, ...]


def unfit(outcome: Outcome) -> Iterator[Unfit]:
    """The projects that a scenario takes away from their levelled schedules.

    None if it was levelled again. Work that is left out breaks no schedule: it leaves room in it.
    """
    scenario = outcome.scenario
    if scenario.relevelled is not None and scenario.relevelled.projects:
        return
    for project in outcome.touched:
        known = {(one.id, one.why): one.days for one in _misfits(scenario.before, project)}
        new = [
            one
            for one in _misfits(scenario.after, project)
            if one.why != "gone" and one.days > known.get((one.id, one.why), -1)
        ]
        held = next(iter(scenario.before.book.of(Levelled, project)), None)
        if new and held is not None:
            yield Unfit(scenario.before.charter(project), held.date, tuple(new))


def can_be_levelled(outcome: Outcome, found: Sequence[Unfit], too_full: Sequence[Overload]) -> bool:
    """Whether a levelled schedule that was accepted is broken, or lets somebody have too much to do."""
    scenario = outcome.scenario
    held = any(scenario.before.book.of(Levelled, project) for project in outcome.touched)
    return bool(found) or (bool(too_full) and held and scenario.relevelled is None)


def _misfits(portfolio: Portfolio, project: str) -> Iterator[Misfit]:
    for record in portfolio.book.of(Levelled, project):
        yield from misfits(portfolio, record)
