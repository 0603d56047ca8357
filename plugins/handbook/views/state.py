"""The state of a record in a few words, as it is said when a pointer rests on a link to it."""

from collections.abc import Callable
from typing import Any

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.words import day, slip
from handbook.records.kinds.action import Action
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.records.kinds.change import Change
from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.decision import Decision
from handbook.records.kinds.gate import Gate
from handbook.records.kinds.issue import Issue
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.project import Project
from handbook.records.kinds.risk import Risk
from handbook.records.kinds.role import Role
from handbook.records.kinds.stakeholder import Stakeholder
from handbook.records.kinds.task import Task
from handbook.records.kinds.waiver import Waiver
from handbook.records.record import Record


def state(portfolio: Portfolio, record: Record) -> str:
    """How a record stands: 'open threat, score 16'; empty for kinds that have no state."""
    say = _STATES.get(type(record))
    return say(portfolio, record) if say else ""


def _risk(portfolio: Portfolio, risk: Risk) -> str:
    score = portfolio.book.settings.scales.score(risk.probability, risk.impact)
    scored = f", score {score}" if score is not None else ""
    return f"{'open' if risk.is_open else risk.status} {risk.nature}{scored}"


def _issue(portfolio: Portfolio, issue: Issue) -> str:
    return f"{issue.severity} {issue.type}, {issue.status.replace('-', ' ')}"


def _decision(portfolio: Portfolio, decision: Decision) -> str:
    if decision.status == "proposed" and decision.decide_by:
        return f"proposed, to be decided by {day(decision.decide_by, portfolio.status_date)}"
    return decision.status


def _milestone(portfolio: Portfolio, milestone: Milestone) -> str:
    promise = next((p for p in portfolio.promises(milestone.project or "") if p.milestone is milestone), None)
    if promise is None or promise.expected is None:
        return ""
    word = "reached" if promise.reached else "forecast"
    slipped = f", {slip(promise.slip)}" if promise.slip is not None else ""
    return f"{word} {day(promise.expected, portfolio.status_date)}{slipped}"


def _task(portfolio: Portfolio, task: Task) -> str:
    entry = portfolio.plan(task.project or "").entry(task)
    if entry is None:
        return ""
    finish = day(entry.finish.date(), portfolio.status_date)
    if entry.state == "done":
        return f"finished {finish}"
    done = f"{entry.progress:.0%} done, " if entry.state == "started" else ""
    return f"{done}forecast {finish}"


def _project(portfolio: Portfolio, project: Project) -> str:
    return project.status.replace("-", " ")


def _person(portfolio: Portfolio, person: Person) -> str:
    team = portfolio.book.find(person.team, None, ("team",)) if person.team else None
    return team.label if team else ""


def _role(portfolio: Portfolio, role: Role) -> str:
    holder = portfolio.book.find(role.holder, None, ("person",)) if role.holder else None
    return f"held by {holder.label}" if holder else "vacant"


def _change(portfolio: Portfolio, change: Change) -> str:
    if change.is_open and change.decide_by:
        return f"waits, to be decided by {day(change.decide_by, portfolio.status_date)}"
    return change.decision or "waits"


def _action(portfolio: Portfolio, action: Action) -> str:
    if action.done:
        return f"done {day(action.done, portfolio.status_date)}"
    return f"due {day(action.due, portfolio.status_date)}"


def _backlog_item(portfolio: Portfolio, item: BacklogItem) -> str:
    stand = item.stand(portfolio.status_date) or ""
    return (
        f"{stand} {day(item.finished, portfolio.status_date)}" if stand == "done" and item.finished else stand
    )


def _gate(portfolio: Portfolio, gate: Gate) -> str:
    return (gate.decision or "ahead").replace("-", " ")


def _criterion(portfolio: Portfolio, criterion: Criterion) -> str:
    return criterion.result


def _waiver(portfolio: Portfolio, waiver: Waiver) -> str:
    holds = waiver.expires >= portfolio.status_date
    return f"{'until' if holds else 'expired'} {day(waiver.expires, portfolio.status_date)}"


def _stakeholder(portfolio: Portfolio, stakeholder: Stakeholder) -> str:
    return stakeholder.engagement.current if stakeholder.engagement else ""


_STATES: dict[type[Record], Callable[[Portfolio, Any], str]] = {
    Action: _action,
    BacklogItem: _backlog_item,
    Change: _change,
    Criterion: _criterion,
    Decision: _decision,
    Gate: _gate,
    Issue: _issue,
    Milestone: _milestone,
    Person: _person,
    Project: _project,
    Risk: _risk,
    Role: _role,
    Stakeholder: _stakeholder,
    Task: _task,
    Waiver: _waiver,
}
