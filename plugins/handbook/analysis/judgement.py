"""The judgement on a project: every dimension by its own rule, the worst of them overall."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from handbook.analysis.case import Case
from handbook.analysis.dimensions import cost, quality, risk, scope, time
from handbook.analysis.health import DIMENSIONS, Dimension, Health, Verdict
from handbook.records.kinds.project import Project, StatedColour

_JUDGES: Mapping[Dimension, Callable[[Case], Verdict]] = {
    "time": time.judge,
    "cost": cost.judge,
    "scope": scope.judge,
    "quality": quality.judge,
    "risk": risk.judge,
}
GRAVITY = {"none": 0, "green": 1, "amber": 2, "red": 3}
"""How grave a colour is; what cannot be judged is the least."""


def judgement(case: Case) -> Health:
    """The health of a project. One that is cancelled is not judged."""
    if case.project.status == "cancelled":
        return _cancelled(case)
    found = {name: _JUDGES[name](case) for name in DIMENSIONS}
    worst = max(DIMENSIONS, key=lambda name: GRAVITY[found[name].colour])
    overall = Verdict(found[worst].colour, found[worst].reason, "the worst of all dimensions")
    if overall.colour == "none":
        overall = Verdict("none", "nothing to judge by", overall.rule)
    stated = {name: _stated(case.project, name, case.status_date) for name in (*DIMENSIONS, "overall")}
    dimensions = {name: replace(verdict, stated=stated[name]) for name, verdict in found.items()}
    return Health(replace(overall, stated=stated["overall"]), dimensions)


def _cancelled(case: Case) -> Health:
    verdict = Verdict("none", "cancelled")
    return Health(verdict, dict.fromkeys(DIMENSIONS, verdict))


def _stated(project: Project, name: str, status_date: date) -> StatedColour | None:
    """The colour that somebody states for a dimension, if it has not expired."""
    stated = {str(key): colour for key, colour in project.health.items()}.get(name)
    return None if stated is None or (stated.until is not None and stated.until < status_date) else stated
