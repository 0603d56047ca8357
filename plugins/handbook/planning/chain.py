"""The driving chain: why a date is what it is, back to its first cause."""

from handbook.planning.plan import Entry, Plan

_FOLLOWED = {"link", "resource"}


def chain(plan: Plan, entry: Entry) -> tuple[Entry, ...]:
    """The entries that give an entry its date: itself, then each time what drives the one before.

    The last one's driver is the first cause: a date, work that has begun, or something in another project.
    A summary is followed into the part that finishes last.
    """
    found = [entry]
    passed = {id(entry)}
    current: Entry | None = entry
    while current is not None:
        current = _part(plan, current) if current.summary else _before(plan, current)
        if current is None or id(current) in passed:
            break
        passed.add(id(current))
        found.append(current)
    return tuple(found)


def parts(plan: Plan, summary: Entry) -> list[Entry]:
    """The entries directly inside a summary."""
    name = summary.record.id.casefold()
    return [one for one in plan.entries if one.record.parent.casefold() == name]


def top(plan: Plan, entry: Entry) -> Entry:
    """The outermost task around an entry, or itself."""
    around: Entry | None = entry
    while around is not None:
        entry = around
        around = plan.by_id.get(("task", entry.record.parent.casefold()))
    return entry


def _before(plan: Plan, entry: Entry) -> Entry | None:
    if entry.driver is None or entry.driver.kind not in _FOLLOWED:
        return None
    return plan.by_address.get(entry.driver.address.casefold())


def _part(plan: Plan, summary: Entry) -> Entry | None:
    """The part that finishes last, of several rather a task than a milestone."""
    inside = [one for one in parts(plan, summary) if one.finish == summary.finish]
    return next((one for one in inside if not one.is_milestone), inside[0] if inside else None)
