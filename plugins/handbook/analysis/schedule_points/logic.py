"""Points 1 to 5: links and constraints (DCMA-EA PAM 200.1, 2012)."""

from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Limit, Point, Test
from handbook.planning.plan import Entry
from handbook.planning.ties import Tie
from handbook.records.kinds.task import Task

HARD = frozenset({"MSO", "MFO", "SNLT", "FNLT"})
"""Constraints that hold work back against its links."""

_LOGIC = Test(1, "logic", "tasks without predecessor or successor", "share")
_LEADS = Test(2, "leads", "links with a lead", "count")
_LAGS = Test(3, "lags", "links with a lag", "share")
_TYPES = Test(4, "relationship types", "links from finish to start", "share")
_HARD = Test(5, "hard constraints", "tasks with a hard constraint", "share")


def logic(ground: Ground, limit: float = 0.05) -> Point:
    """1: tasks that wait for nothing, or that nothing waits for, are at most a share of 5 %.

    What begins the plan needs no predecessor and what ends it no successor: the first of all tasks and the
    last one are left out. Links of a summary count for the tasks in it, links between projects count too.
    """
    waiting, awaited = _ends(ground)
    first = min(ground.work, key=lambda entry: entry.start, default=None)
    last = max(ground.work, key=lambda entry: entry.finish, default=None)
    offenders = tuple(
        entry
        for entry in ground.base
        if (entry is not first and waiting.isdisjoint(_names(ground, entry)))
        or (entry is not last and awaited.isdisjoint(_names(ground, entry)))
    )
    return _LOGIC.share(offenders, len(offenders), len(ground.base), Limit(limit))


def leads(ground: Ground, limit: int = 0) -> Point:
    """2: no link has a negative lag."""
    found = [entry for entry, tie in ground.links if tie.dependency.lead and tie.dependency.lag]
    return _LEADS.count(_once(found), len(found), len(ground.links), Limit(limit))


def lags(ground: Ground, limit: float = 0.05) -> Point:
    """3: links with a positive lag are at most a share of 5 %."""
    found = [entry for entry, tie in ground.links if _has_lag(tie)]
    return _LAGS.share(_once(found), len(found), len(ground.links), Limit(limit))


def relationship_types(ground: Ground, limit: float = 0.9) -> Point:
    """4: at least 90 % of the links go from finish to start; those that do not are the offenders."""
    others = [entry for entry, tie in ground.links if tie.dependency.type != "FS"]
    total = len(ground.links)
    return _TYPES.share(_once(others), total - len(others), total, Limit(limit, at_least=True))


def hard_constraints(ground: Ground, limit: float = 0.05) -> Point:
    """5: tasks that must start or finish on a date, or no later than one, are at most a share of 5 %."""
    found = tuple(entry for entry in ground.base if _is_hard(entry))
    return _HARD.share(found, len(found), len(ground.base), Limit(limit))


def _has_lag(tie: Tie) -> bool:
    lag = tie.dependency.lag
    return lag is not None and lag.amount > 0 and not tie.dependency.lead


def _is_hard(entry: Entry) -> bool:
    constraint = entry.record.constraint if isinstance(entry.record, Task) else None
    return constraint is not None and constraint.type in HARD


def _ends(ground: Ground) -> tuple[set[int], set[int]]:
    """Which records wait for something, and which something waits for, in this project or in others."""
    draft = ground.settled.draft
    logic = [tie for tie in draft.ties if not tie.people]
    waiting = {id(draft.outline.work.items[tie.successor]) for tie in logic}
    awaited = {id(tie.target) for tie in logic if tie.inside is not None}
    for entry in ground.plan:
        if any(one.path[0] == "after" for one in ground.book.citations(entry.record)):
            awaited.add(id(entry.record))
    return waiting, awaited


def _names(ground: Ground, entry: Entry) -> set[int]:
    return {id(item) for item in ground.upwards(entry)}


def _once(found: list[Entry]) -> tuple[Entry, ...]:
    return tuple({id(entry): entry for entry in found}.values())
