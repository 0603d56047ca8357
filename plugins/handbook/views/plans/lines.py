"""The lines of a timeline: which tasks and milestones of a plan it shows, and in which order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.planning.plan import Entry, Plan

MOST = 64
"""With more lines a timeline is summed up as far as it takes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an entry of the plan, or a group of entries under a name.

    ``parts`` are the tasks beneath it; ``folded`` tells that they have no lines of their own.
    """

    entry: Entry | None
    depth: int
    parts: tuple[Entry, ...] = ()
    folded: bool = False
    name: str = ""


def by_summary(plan: Plan, depth: int | None, most: int = MOST) -> tuple[Line, ...]:
    """The work breakdown down to ``depth``; without one, as far as it has at most ``most`` lines.

    First summaries that are done are folded, then level by level the others. A milestone of the whole project
    stands after the top task that it waits for longest.
    """
    entries = _ordered(plan)
    if depth is not None:
        return tuple(_lines(entries, depth, fold_done=False))
    deepest = max((entry.depth for entry in entries), default=0)
    for level, fold_done in ((deepest, False), *((level, True) for level in range(deepest, -1, -1))):
        lines = tuple(_lines(entries, level, fold_done))
        if len(lines) <= most:
            break
    return lines


def by_group(plan: Plan, group_of: Callable[[Entry], str], most: int = MOST) -> tuple[Line, ...]:
    """The tasks without parts, and the milestones, under the name that ``group_of`` gives each of them."""
    groups: dict[str, list[Entry]] = {}
    for entry in plan.entries:
        if not entry.summary:
            groups.setdefault(group_of(entry), []).append(entry)
    folded = len(plan.entries) > most
    return tuple(
        line for name in sorted(groups, key=_last_if_empty) for line in _grouped(name, groups[name], folded)
    )


def _grouped(name: str, entries: Sequence[Entry], folded: bool) -> Iterator[Line]:
    parts = tuple(entry for entry in entries if not entry.is_milestone)
    yield Line(None, 0, parts, folded, name)
    if not folded:
        yield from (Line(entry, 1) for entry in entries)


def _last_if_empty(name: str) -> tuple[bool, str]:
    return (not name, name.casefold())


def _lines(entries: Sequence[Entry], depth: int, fold_done: bool) -> Iterator[Line]:
    """The lines down to a depth; milestones with a promise stay, however deep they lie."""
    hidden: int | None = None
    for number, entry in enumerate(entries):
        if hidden is not None and entry.depth <= hidden:
            hidden = None
        if hidden is not None and not _is_promised(entry):
            continue
        folded = entry.summary and (entry.depth >= depth or (fold_done and entry.state == "done"))
        parts = tuple(_beneath(entries, number)) if entry.summary else ()
        yield Line(entry, entry.depth if hidden is None else hidden + 1, parts, folded)
        if folded and hidden is None:
            hidden = entry.depth


def _is_promised(entry: Entry) -> bool:
    return entry.is_milestone and getattr(entry.record, "due", None) is not None


def _beneath(entries: Sequence[Entry], number: int) -> Iterator[Entry]:
    """The tasks without parts inside the entry with a number."""
    for entry in entries[number + 1 :]:
        if entry.depth <= entries[number].depth:
            return
        if not entry.summary and not entry.is_milestone:
            yield entry


def _ordered(plan: Plan) -> tuple[Entry, ...]:
    """The entries with each milestone of the whole project behind the top task it waits for longest."""
    tops = [entry for entry in plan.entries if entry.depth == 0]
    placed: dict[str, list[Entry]] = {}
    for entry in tops:
        if entry.is_milestone:
            placed.setdefault(_top_before(entry, plan), []).append(entry)
    return tuple(_with_milestones(plan.entries, placed))


def _with_milestones(entries: Iterable[Entry], placed: Mapping[str, list[Entry]]) -> Iterator[Entry]:
    top = ""
    for entry in entries:
        if entry.depth == 0 and entry.is_milestone:
            continue
        if entry.depth == 0:
            yield from placed.get(top, ()) if top else ()
            top = entry.record.id.casefold()
        yield entry
    yield from placed.get(top, ()) if top else ()
    yield from placed.get("", ())


def _top_before(milestone: Entry, plan: Plan) -> str:
    """The id of the top task that holds the latest predecessor of a milestone; empty if there is none."""
    wanted = (
        link.target.rpartition("/")[2].removeprefix("plan.").casefold() for link in milestone.record.after
    )
    before = [entry for id_ in wanted if (entry := plan.by_id.get(("task", id_)))]
    latest = max(before, key=lambda entry: entry.finish, default=None)
    return latest.record.id.partition(".")[0].casefold() if latest else ""
