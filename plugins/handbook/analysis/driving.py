"""What the headline says beside the final date: what slips although it is kept, and what drives it."""

from handbook.analysis.case import Case
from handbook.analysis.dimensions.time import slips
from handbook.analysis.final import Final
from handbook.analysis.sentence import Clause
from handbook.analysis.words import count
from handbook.planning.chain import chain, top
from handbook.planning.plan import Entry
from handbook.planning.wording import title
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task


def other_slip(case: Case, last: Final) -> Clause | None:
    """The promise that slips most, where the final one is kept."""
    if last.slip is not None and last.slip > 0:
        return None
    found = [one for one in slips(case) if one.colour != "green" and one.name != last.name]
    if not found:
        return None
    worst = max(reversed(found), key=lambda one: one.days)
    return (f"{worst.name} slips by {count(worst.days, 'working day')}",)


def driving(case: Case, last: Final) -> Clause | None:
    """What decides the final date: the first open work on the way to it, named by its outermost task."""
    if last.expected is None or last.is_reached or last.entry is None:
        return None
    if last.by_hand:
        return ("that date was given by hand",)
    way = [one for one in chain(case.plan, last.entry) if one.state != "done" and not one.summary]
    if not way:
        return None
    first = way[-1]
    if abroad := _abroad(case, first):
        return (f"the date depends on {abroad}",)
    if first.record is last.entry.record and first.is_milestone:
        return None
    return (f"the date is driven by {title(top(case.plan, first).record)}",)


def doubt(case: Case) -> Clause | None:
    """That the plan has faults."""
    if not case.plan.faults:
        return None
    verb = "puts" if len(case.plan.faults) == 1 else "put"
    return (f"{count(len(case.plan.faults), 'fault')} in the plan {verb} the dates in doubt",)


def _abroad(case: Case, entry: Entry) -> str:
    """The task or milestone of another project that an entry waits for; empty if it waits for none."""
    if entry.driver is None or entry.driver.kind not in {"link", "resource"}:
        return ""
    found = case.book.find(entry.driver.address, None, ("task", "milestone"))
    if not isinstance(found, (Task, Milestone)) or found.project == case.project.id:
        return ""
    other = case.book.project(found.project or "")
    return f"{title(found)} in {other.label}" if other and not found.withheld else title(found)
