"""The baselines of MSPDI: what each task was, by number."""

from collections.abc import Iterable, Mapping

from handbook.exchange.plans.model import Kept, PlanBaseline
from handbook.exchange.plans.mspdi.fields import Fields, names

MOST = 10
"""The number of the last baseline."""

_COMPUTED = names(
    """TimephasedData Duration DurationFormat EstimatedDuration BCWS BCWP FixedCost FixedCostAccrual"""
)


def baselines(tasks: Mapping[str, Fields], whole: Fields | None) -> tuple[PlanBaseline, ...]:
    """The baselines of a file; ``whole`` is the project's own line, which has the total of costs."""
    entries: dict[int, dict[str, Kept]] = {}
    for key, task in tasks.items():
        for number, kept in _of(task):
            entries.setdefault(number, {}).setdefault(key, kept)
    totals = {number: kept.cost for number, kept in _of(whole)} if whole else {}
    return tuple(
        PlanBaseline(number, entries[number], total=totals.get(number)) for number in sorted(entries)
    )


def _of(task: Fields) -> Iterable[tuple[int, Kept]]:
    for element in task.each("Baseline"):
        one = Fields(element, task.notes, task.what)
        number, start, finish = one.whole("Number", 0) or 0, one.moment("Start"), one.moment("Finish")
        if not 0 <= number <= MOST:
            one.tell("Number", f"not read: a baseline of the number {number}")
        elif one.flag("Interim"):
            one.tell("Interim", f"not read: the interim plan {number}")
        elif start is None or finish is None or finish < start:
            if one.text("Start") or one.text("Finish"):
                one.tell("Start", f"not read: baseline {number} without a start and a finish after it")
        else:
            yield number, Kept(start, finish, one.minutes("Work"), one.sum("Cost"))
        one.rest("baseline", _COMPUTED, {})
