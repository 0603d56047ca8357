"""A forecast in a reader's words."""

from datetime import date

from handbook.analysis.forecast.forecast import CostOutlook, Forecast, Influence, Outlook
from handbook.analysis.words import day, figure
from handbook.planning.wording import title
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.schedule.simulation.percentile import margin

_ALMOST = 0.995


def chance(share: float | None) -> str:
    """``63%``; what is all but sure or all but impossible is not said to be either; empty for None."""
    if share is None:
        return ""
    if 0 < share < 1 - _ALMOST:
        return "under 1%"
    if _ALMOST < share < 1:
        return "over 99%"
    return f"{share:.0%}"


def influence(book: Book, one: Influence) -> str:
    """The name of what moves the finish; nothing is told of what the reader may not see."""
    record = book.find(one.address) if one.address else None
    if record is None:
        return "a confidential risk" if one.kind == "risk" else "confidential work"
    charter = book.project(record.project or "") if one.kind == "wait" else None
    if charter is not None:
        return f"{charter.title}: {title(record)}" if isinstance(record, (Task, Milestone)) else charter.title
    return title(record) if isinstance(record, (Task, Milestone)) else record.label


def basis(found: Forecast) -> str:
    """What a forecast is made of: how much of the work has a range, how many risks count."""
    tasks = f"{found.ranged} of {found.open} open tasks have a range"
    share = f", {chance(found.covered)} of the work that is left" if found.open else ""
    risks = {0: "no risk may delay it", 1: "1 risk may occur"}.get(
        found.risks, f"{found.risks} risks may occur"
    )
    waits = "; it waits for other projects whose dates are not sure" if found.waits else ""
    return f"{tasks}{share}; {risks}{waits}"


def plan_kept(one: Outlook) -> str:
    """How sure the planned date is, and how much more makes it safe; empty if nothing is planned.

    ``kept with a chance of 26%; 4 working days more make it 80% sure``.
    """
    if one.plan_chance is None:
        return ""
    kept = f"kept with a chance of {chance(one.plan_chance)}"
    if one.reserve is None or one.reserve <= 0:
        return kept
    return f"{kept}; {figure(one.reserve, 'working day')} more would make it 80% sure"


def money_basis(cost: CostOutlook) -> str:
    """What the cost was made of, and what is left out of it."""
    if cost.basis == "budget":
        made = "by the budget"
    else:
        priced = "" if cost.priced >= 1 else f" ({chance(cost.priced)} of the work has one)"
        made = f"by rates of people{priced} and costs of tasks, for the work that is left"
    return f"{made}; without what confidential risks would cost" if cost.hides_money else made


def error(found: Forecast, status_date: date) -> str:
    """How far the figures of endless runs may be from these; empty if the date is certain."""
    if found.outlook.is_certain:
        return ""
    low, high = (day(one, status_date) for one in found.outlook.p80_between)
    lies = "stay" if low == high else f"be between {low} and {high}"
    within = f"chances be within {points(found)} points"
    return f"with endless runs the date that is 80% sure would {lies}, and {within}"


def points(found: Forecast) -> str:
    """By how many points at most a chance may be off, by 95%: ``1.4``."""
    return f"{100 * margin(0.5, found.luck.runs):.1f}"


def luck(found: Forecast) -> str:
    """``5000 runs with seed 0``."""
    return f"{found.luck.runs} runs with seed {found.luck.seed}"
