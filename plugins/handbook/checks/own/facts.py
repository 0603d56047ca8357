"""Facts that are computed from records, by the names that expressions know them by."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.rated import RatedRisk
from handbook.checks.completeness import has_sound_plan
from handbook.planning.plan import Entry, Plan
from handbook.records.kinds.action import Action
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record


class Fact(NamedTuple):
    """A fact of a record: what it means, and how it is found; None where there is no answer."""

    meaning: str
    find: Callable[[Portfolio, Record], object]


def _risk(find: Callable[[RatedRisk], object]) -> Callable[[Portfolio, Record], object]:
    def found(portfolio: Portfolio, record: Record) -> object:
        rated = portfolio.rated(cast(Risk, record))
        return find(rated) if rated else None

    return found


def _plan(find: Callable[[Plan, Entry], object]) -> Callable[[Portfolio, Record], object]:
    def found(portfolio: Portfolio, record: Record) -> object:
        project = record.project or ""
        if not has_sound_plan(portfolio.book, project):
            return None
        plan = portfolio.plan(project)
        entry = plan.entry(cast("Task | Milestone", record))
        return find(plan, entry) if entry else None

    return found


def _late(plan: Plan, entry: Entry) -> int | None:
    """Working days by which the forecast is after what was promised."""
    record = entry.record
    due = record.due if isinstance(record, Milestone) else record.deadline
    return None if due is None else plan.working_days(due, entry.finish.date())


WORK: Mapping[str, Fact] = {
    "start": Fact("first day by the plan", _plan(lambda plan, entry: entry.start.date().isoformat())),
    "finish": Fact("last day by the plan", _plan(lambda plan, entry: entry.finish.date().isoformat())),
    "total_float": Fact(
        "working days it can slip before the project does",
        _plan(lambda plan, entry: entry.total_float / plan.day_minutes),
    ),
    "critical": Fact("whether its delay delays the project", _plan(lambda plan, entry: entry.critical)),
    "late_days": Fact("working days by which it misses its `due` or `deadline`", _plan(_late)),
}

FACTS: Mapping[str, Mapping[str, Fact]] = {
    "action": {"is_open": Fact("whether it is not done", lambda portfolio, one: cast(Action, one).is_open)},
    "issue": {"is_open": Fact("whether it is not resolved", lambda portfolio, one: cast(Issue, one).is_open)},
    "milestone": WORK,
    "risk": {
        "is_open": Fact("whether it may still occur", lambda portfolio, one: cast(Risk, one).is_open),
        "score": Fact("probability times impact", _risk(lambda rated: rated.score)),
        "residual_score": Fact("the score that remains", _risk(lambda rated: rated.residual_score)),
        "probability_level": Fact("number of the level", _risk(lambda rated: rated.probability)),
        "impact_level": Fact("number of the level", _risk(lambda rated: rated.impact)),
        "colour": Fact("colour of the score", _risk(lambda rated: rated.colour)),
    },
    "task": {
        **WORK,
        "summary": Fact("whether it has tasks inside", _plan(lambda plan, entry: entry.summary)),
    },
}
"""The facts of each kind that has any."""
