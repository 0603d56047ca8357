"""A scenario levelled again, so that nobody is needed twice at once, with as few moves as can be."""

from dataclasses import replace

from handbook.analysis.what_if.comparison import touched
from handbook.analysis.what_if.scenario import Relevelled, Scenario
from handbook.planning.levelling.level import Solve, level
from handbook.planning.levelling.outcome import with_schedules
from handbook.planning.levelling.solving import solver
from handbook.records.kinds.levelled import Levelled


def levelled(scenario: Scenario, limit: int | None = None) -> Scenario:
    """The scenario with the plans of what it touches levelled again, as the settings say.

    Those are projects with a levelled schedule that was accepted, and all that share their people. Of the
    best schedules it is one that moves the fewest tasks from where they are without the scenario. ``limit``
    takes other seconds of computing time than the settings. Answers are remembered.

    Raises:
        LevellingUnavailable: OR-Tools is not installed.
    """
    settings = scenario.after.book.settings.schedule.levelling
    seconds = limit or settings.limit
    return relevelled(
        scenario, solver(scenario.after.book, seconds, settings.seed, scenario.before.memory), settings.seed
    )


def relevelled(scenario: Scenario, solve: Solve, seed: int = 0) -> Scenario:
    """The same, with what answers the question; ``seed`` is what it was told."""
    book = scenario.after.book
    asked = [project for project in touched(scenario) if book.of(Levelled, project)]
    if not asked:
        return replace(scenario, relevelled=Relevelled())
    found = list(level(book, asked, solve, seed, scenario.before.plans))
    schedules = {project: one for outcome in found for project, one in outcome.schedules.items()}
    made = with_schedules(book, schedules)
    plans = scenario.after.plans.variant(made)
    again = Relevelled(
        tuple(schedules),
        tuple(project for project in schedules if not book.of(Levelled, project)),
        proven=all(one.proven for one in found),
        bound=max((one.bound for one in found), default=None),
        notes=() if book.withheld else tuple(note for one in found for note in one.notes),
    )
    return replace(scenario, after=scenario.before.variant(made, plans), relevelled=again)
