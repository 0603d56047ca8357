"""How sure promises are before and after a scenario: P50, P80 and the chance to keep them.

Both forecasts are made with the same seed, and each task and risk has a stream of chance of its own: the
runs differ in nothing but what the scenario changes (common random numbers: Law, "Simulation Modeling and
Analysis", chapter 11).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from handbook.analysis.forecast.forecast import Outlook
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.comparison import Kept, Outcome, Shift
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project


@dataclass(frozen=True, slots=True)
class Prospect:
    """A promise with its outlook before and after."""

    kept: Kept
    before: Outlook
    after: Outlook


@dataclass(frozen=True, slots=True)
class Odds:
    """When something is finished with a chance of 50 and of 80 %, and the chance that it is in time."""

    p50: date
    p80: date
    chance: float | None


@dataclass(frozen=True, slots=True)
class Turn:
    """How sure the finish of a project (``milestone`` is None), or one of its promises, is before and after.

    None where it has no date.
    """

    project: Project
    milestone: Milestone | None
    due: date | None
    before: Odds | None
    after: Odds | None


def prospects(outcome: Outcome, shift: Shift) -> Iterator[Prospect]:
    """The promises of one project that move, with their chances; none where nothing is uncertain."""
    if not shift.promises:
        return
    before = outcome.scenario.before.forecast(shift.project.id)
    after = outcome.scenario.after.forecast(shift.project.id)
    if before is None or after is None:
        return
    for kept in shift.promises:
        old, new = before.of(kept.after.milestone.address), after.of(kept.after.milestone.address)
        if old is not None and new is not None:
            yield Prospect(kept, old, new)


def turns(outcome: Outcome) -> Iterator[Turn]:
    """The finish and all open promises of each project of which anything is surer, or less sure, than before.

    Where nothing is uncertain any more, what is planned is sure.
    """
    for id_ in outcome.touched:
        project = outcome.scenario.after.charter(id_)
        before, after = _odds(outcome.scenario.before, id_), _odds(outcome.scenario.after, id_)
        if before == after or not _is_uncertain(outcome, id_):
            continue
        yield Turn(project, None, _due(outcome.scenario.before, id_), before.get(""), after.get(""))
        for promise in outcome.scenario.after.promises(id_):
            address = promise.milestone.address
            if promise.due is not None and (address in before or address in after):
                turn = before.get(address), after.get(address)
                yield Turn(project, promise.milestone, promise.due, *turn)


def _is_uncertain(outcome: Outcome, project: str) -> bool:
    sides = outcome.scenario.before, outcome.scenario.after
    return any(one.forecast(project) is not None for one in sides)


def _due(portfolio: Portfolio, project: str) -> date | None:
    found = portfolio.forecast(project)
    return found.finish.due if found else None


def _odds(portfolio: Portfolio, project: str) -> Mapping[str, Odds]:
    """The odds of the finish, under an empty address, and of each open promise that has a date."""
    found, plan = portfolio.forecast(project), portfolio.plan(project)
    odds = {}
    if found is not None:
        odds[""] = Odds(found.finish.p50, found.finish.p80, found.finish.chance)
    elif plan.finish is not None:
        odds[""] = Odds(plan.finish, plan.finish, None)
    for promise in portfolio.promises(project):
        if promise.due is None or promise.expected is None or promise.reached is not None:
            continue
        one = found.of(promise.milestone.address) if found else None
        expected = promise.expected
        odds[promise.milestone.address] = (
            Odds(one.p50, one.p80, one.chance)
            if one
            else Odds(expected, expected, float(expected <= promise.due))
        )
    return odds
