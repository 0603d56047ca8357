"""A baseline as the text of its file: what the plan and the budget say on the status date."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from handbook.analysis.baselines import approved_changes, baselines
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_health import schedule_health
from handbook.analysis.variance import effort_of
from handbook.analysis.words import dated
from handbook.exchange.editing.scalar import scalar
from handbook.exchange.editing.writing import field_lines, flow
from handbook.planning.plan import Entry, Plan
from handbook.records.kinds.baseline import Baseline, BaselineEntry
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.change import Change
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.types.money import Money


def baseline_text(portfolio: Portfolio, project: str, name: str, revision: str = "") -> str:
    """The text of the baseline ``name`` of a project, taken on the status date.

    Of a milestone its promise is kept, or its forecast if nothing was promised; of a task start and finish as
    they are planned or were, its effort, and its cost. The points of schedule health are kept as they are
    against the baseline before. Approved change requests that no other baseline
    contains are named. The same records give the same text, whether the baseline is there already or not.
    Raises `KeyError` for a project that is not there.
    """
    charter, plan = portfolio.charter(project), portfolio.plan(project)
    fields: dict[str, Any] = {"date": f"{plan.status_date}"}
    if revision:
        fields["revision"] = revision
    if changes := [change.id for change in contained_changes(portfolio, project, name)]:
        fields["changes"] = changes
    if total := _total(portfolio, charter):
        fields["budget_at_completion"] = _plain(total)
    lines = [line for key, value in fields.items() for line in field_lines(key, value)]
    entries = [f"  {scalar(key)}: {flow(value)}" for key, value in _entries(plan)]
    health = field_lines("health", found) if (found := _health(portfolio, project, name)) else []
    head = f"# Baseline of {dated(plan.status_date)}. Written by `handbook baseline`."
    return "\n".join([head, *lines, *(["entries:", *entries] if entries else []), *health, ""])


def moved(portfolio: Portfolio, project: str, name: str) -> tuple[str, ...]:
    """The ids of what a baseline ``name`` would have otherwise than the one before it; none without one."""
    before = _before(portfolio, project, name)
    if before is None:
        return ()
    said = {key.casefold(): dict(_said(entry)) for key, entry in before.entries.items()}
    now = dict(_entries(portfolio.plan(project)))
    known = {key.casefold() for key in now}
    changed = (key for key, entry in now.items() if said.get(key.casefold()) != _without_forecast(entry))
    return (*changed, *(key for key in before.entries if key.casefold() not in known))


def contained_changes(portfolio: Portfolio, project: str, name: str) -> tuple[Change, ...]:
    """The approved changes that the baseline ``name`` contains: those that no other one does."""
    book, key = portfolio.book, name.casefold()
    others = _others(portfolio, project, name)
    taken = {change.casefold().rpartition("/")[2] for one in others for change in one.changes}
    return tuple(
        change
        for change in approved_changes(book, project)
        if change.id.casefold() not in taken
        and (not change.applied_in or change.applied_in.casefold().rpartition("/")[2] == key)
    )


def _others(portfolio: Portfolio, project: str, name: str) -> list[Baseline]:
    return [one for one in baselines(portfolio.book, project) if one.id.casefold() != name.casefold()]


def _before(portfolio: Portfolio, project: str, name: str) -> Baseline | None:
    """The latest of the other baselines."""
    return next(reversed(_others(portfolio, project, name)), None)


def _health(portfolio: Portfolio, project: str, name: str) -> dict[str, str]:
    """The points of schedule health that can be evaluated, rounded to a hundredth of a per cent."""
    ground = portfolio.schedule_against(project, _before(portfolio, project, name))
    points = schedule_health(ground)
    return {one.key: f"{round(one.value, 4):g}" for one in points if one.value is not None}


def _said(entry: BaselineEntry) -> Iterator[tuple[str, str]]:
    """An entry of a baseline as it is written, but for the forecast."""
    yield from (("start", f"{entry.start}"), ("finish", f"{entry.finish}"))
    if entry.effort is not None:
        yield "effort", f"{entry.effort}"
    if entry.cost is not None:
        yield "cost", _plain(entry.cost)


def _without_forecast(entry: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in entry.items() if name != "forecast"}


def _entries(plan: Plan) -> Iterator[tuple[str, dict[str, str]]]:
    """Tasks and milestones by id, in the order of the plan; of two with one id the first."""
    seen: set[str] = set()
    for entry in plan:
        if entry.record.id.casefold() not in seen:
            seen.add(entry.record.id.casefold())
            yield entry.record.id, dict(_agreed(entry, plan))


def _agreed(entry: Entry, plan: Plan) -> Iterator[tuple[str, str]]:
    record = entry.record
    if isinstance(record, Milestone):
        expected = record.reached or entry.finish.date()
        day = record.due or expected
        yield from (("start", f"{day}"), ("finish", f"{day}"))
        if expected != day:
            yield "forecast", f"{expected}"
        return
    yield from (("start", f"{entry.start.date()}"), ("finish", f"{entry.finish.date()}"))
    if effort := _effort(entry, record, plan):
        yield "effort", effort
    if record.cost is not None:
        yield "cost", _plain(record.cost)


def _effort(entry: Entry, task: Task, plan: Plan) -> str:
    """The effort of a task as it is written, else its work by those assigned; empty if nobody is."""
    if task.effort is not None and not entry.summary:
        return f"{task.effort}"
    days = ((effort_of(entry, plan) or Decimal(0)) / plan.day_minutes).quantize(Decimal("0.01"))
    return f"{days.normalize():f}d" if days else ""


def _total(portfolio: Portfolio, charter: Project) -> Money | None:
    """The budget at completion as it was approved; None if no total is written."""
    budget = next(iter(portfolio.book.of(Budget, charter.id)), None)
    return budget.total if budget else None


def _plain(sum_: Money) -> str:
    """A sum as people write it: blanks between thousands, and no more decimals than there are."""
    amount = sum_.amount.normalize() if sum_.amount else Decimal(0)
    whole = f"{amount:,f}".replace(",", " ")
    return f"{whole} {sum_.currency}" if sum_.currency else whole
