"""The baselines of a project, by the numbers that other programs know them by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from handbook.exchange.plans.model import Kept, PlanBaseline
from handbook.exchange.plans.notes import Notes
from handbook.planning.settled import Settled
from handbook.planning.week import closing, opening
from handbook.records.book import Book
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.milestone import Milestone
from handbook.schedule.instants import moment

MOST = 11
_NUMBERED = re.compile(r"baseline-(\d|10)", re.ASCII)


def taken_baselines(book: Book, project: str, settled: Settled, notes: Notes) -> tuple[PlanBaseline, ...]:
    """The baselines: by the numbers in their names, else the newest first and the others in order.

    The one with the number 0 is what other programs compare with.
    """
    found = sorted(book.of(Baseline, project), key=lambda one: (one.date, one.id.casefold()))
    if len(found) > MOST:
        notes.add(0, f"not written: the oldest {len(found) - MOST} baselines; there are {MOST} at most")
    numbered = _numbered(found) or dict(enumerate([*found[-1:], *found[-MOST:-1]]))
    return tuple(
        PlanBaseline(number, dict(_entries(one, settled)), one.id, _total(one))
        for number, one in sorted(numbered.items())
    )


def _numbered(found: Sequence[Baseline]) -> Mapping[int, Baseline]:
    """The baselines by the numbers in their names; empty if one has none."""
    matches = [_NUMBERED.fullmatch(one.id) for one in found]
    return (
        {int(match[1]): one for match, one in zip(matches, found, strict=True) if match}
        if all(matches)
        else {}
    )


def _entries(one: Baseline, settled: Settled) -> Iterator[tuple[str, Kept]]:
    """The entries of tasks that are still there and may be shown."""
    work, tools = settled.draft.outline.work, settled.draft.tools
    for id_, entry in one.entries.items():
        at = work.index.get(id_.casefold())
        if at is None or work.items[at].withheld:
            continue
        is_milestone = isinstance(work.items[at], Milestone)
        start = (closing if is_milestone else opening)(tools.calendar, entry.start)
        finish = max(start, closing(tools.calendar, entry.finish))
        minutes = tools.durations.minutes(entry.effort) if entry.effort else None
        cost = entry.cost.amount if entry.cost else None
        yield f"{at}", Kept(moment(start), moment(finish), minutes, cost)


def _total(one: Baseline) -> Decimal | None:
    return one.budget_at_completion.amount if one.budget_at_completion else None
