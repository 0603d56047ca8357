"""What comes of a scenario, in a reader's words."""

from collections.abc import Iterator, Mapping
from datetime import date

from handbook.analysis.misfits import Misfit
from handbook.analysis.promise import Promise
from handbook.analysis.what_if.comparison import Kept, Moved, Outcome, Shift
from handbook.analysis.what_if.overloads import Overload
from handbook.analysis.what_if.prospects import Prospect
from handbook.analysis.what_if.scenario import Relevelled
from handbook.analysis.what_if.unfit import Unfit
from handbook.analysis.words import dated, day, figure, listed, slip
from handbook.planning.plan import Entry
from handbook.planning.wording import title
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.role import Role

_MOST_NAMED = 3


def later(days: int, unit: str = "working day") -> str:
    """``3 working days later``, ``1 working day earlier``, ``on the same day``."""
    if not days:
        return "on the same day"
    return f"{figure(abs(days), unit)} {'later' if days > 0 else 'earlier'}"


def headline(outcome: Outcome) -> str:
    """What a scenario comes to, in a sentence without full stop."""
    shifts = outcome.shifts
    left_out = sum(len(shift.gone) for shift in shifts)
    out = f"{_items(left_out)} {_verb(left_out, 'is', 'are')} left out"
    moved = sum(len(list(shown(shift))) for shift in shifts)
    if not moved:
        return f"{out}, and nothing else moves" if left_out else "nothing moves"
    broken = sum(len(shift.broken) for shift in shifts)
    missed = sum(len(shift.missed) for shift in shifts)
    mended = sum(sum(one.is_mended for one in shift.promises) for shift in shifts)
    parts = [f"{_items(moved)} {_verb(moved, 'moves', 'move')}"]
    if left_out:
        parts.insert(0, out)
    breaks = f"{figure(broken, 'promise')} {_verb(broken, 'breaks', 'break')}"
    if broken or not missed:
        parts.append(breaks if broken else "no promise breaks")
    if missed:
        parts.append(f"{figure(missed, 'deadline')} {_verb(missed, 'is', 'are')} missed")
    if mended:
        parts.append(f"{figure(mended, 'promise')} {_verb(mended, 'is', 'are')} kept again")
    return listed(parts)


def _items(number: int) -> str:
    return "1 task or milestone" if number == 1 else f"{number} tasks and milestones"


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def finish(shift: Shift, status_date: date) -> str:
    """When a project is finished before and after."""
    before, after = shift.finish
    if before is None or after is None:
        return "no finish"
    if before == after:
        return f"finish stays {day(after, status_date)}"
    return f"finish {day(after, status_date)}, {later(shift.days)} than {day(before, status_date)}"


def verdict(kept: Kept) -> str:
    """What becomes of a promise: ``breaks``, ``kept again``, ``later still``, ``still kept``."""
    if kept.breaks:
        return "breaks"
    if kept.is_mended:
        return "kept again"
    if kept.after.slip is None:
        return "no date any more"
    if kept.before.slip is None:
        return "has a date now"
    if kept.after.is_missed:
        return "later still" if kept.after.slip > kept.before.slip else "late, but less"
    return "still kept"


def outlook(prospect: Prospect, status_date: date) -> str:
    """How sure a promise is: ``P80 11 May, before 4 May; chance 12 %, before 30 %``."""
    old, new = prospect.before, prospect.after
    said = f"P80 {day(new.p80, status_date)}, before {day(old.p80, status_date)}"
    if old.chance is None or new.chance is None:
        return said
    return f"{said}; kept in {new.chance:.0%} of the runs, before {old.chance:.0%}"


def overloaded(found: Overload, status_date: date) -> str:
    """``Ana Silva: 2 weeks over capacity from 8 June, 150% at most``."""
    weeks = f"{figure(len(found.weeks), 'week')} over capacity from {day(found.weeks[0], status_date)}"
    return f"{found.party.label}: {weeks}, {found.most:.0%} at most"


def slipped(promise: Promise) -> str:
    """The slip of a promise."""
    return "no date" if promise.slip is None else slip(promise.slip)


def moved(one: Moved) -> str:
    """How far an entry moves, at its finish, or at its start where that is all."""
    if one.finish or one.before.finish != one.after.finish or not one.start:
        return later(one.finish, "day") if one.finish else "within the day"
    return f"begins {later(one.start, 'day')}"


def names(entries: tuple[Entry, ...], most: int = 6) -> str:
    """The titles of entries, the first few of many."""
    shown = [title(entry.record) for entry in entries[:most]]
    return listed([*shown, figure(len(entries) - most, "more", "more")] if len(entries) > most else shown)


def shown(shift: Shift) -> Iterator[Moved]:
    """What moves, without summaries: they are what is in them."""
    return (one for one in shift.moved if not one.after.summary)


def who(book: Book, doers: Mapping[str, float]) -> str:
    """Those who do something: ``Ana Silva``, ``Tom Beck 50%``; nobody is named who may not be."""
    named = (f"{_name(book, one)}{'' if share == 1 else f' {share:.0%}'}" for one, share in doers.items())
    return listed(list(named)) or "nobody"


def _name(book: Book, reference: str) -> str:
    """What somebody is called; of a role its holder."""
    found = book.find(reference, None, ("person", "role", "team"))
    if isinstance(found, Role) and found.holder:
        found = book.find(found.holder, None, ("person",)) or found
    return "somebody" if found is None or found.withheld else found.label


def relevelled(found: Relevelled) -> str:
    """How a scenario was levelled again, in a sentence without full stop."""
    if not found.projects:
        return "nothing, for no project that it touches has a levelled schedule"
    if found.proven:
        return f"{listed(list(found.projects))}; no schedule finishes earlier"
    bound = f", but none finishes before {dated(found.bound)}" if found.bound else ""
    return f"{listed(list(found.projects))}; the best schedule found, perhaps a better one exists{bound}"


def misfitting(one: Unfit, status_date: date) -> str:
    """What a levelled schedule comes to: ``the plan levelled on 29 May does not fit any more: …``."""
    late = [misfit for misfit in one.misfits if misfit.why == "late"]
    parts = []
    if late:
        tasks = f"{figure(len(late), 'task')} {_verb(len(late), 'starts', 'start')}"
        most = figure(max(misfit.days for misfit in late), "day")
        parts.append(f"{tasks} later than levelled, by {'up to ' if len(late) > 1 else ''}{most}")
    others = [_misfitting(misfit) for misfit in one.misfits if misfit.why != "late"]
    parts += others[:_MOST_NAMED]
    if len(others) > _MOST_NAMED:
        parts.append(figure(len(others) - _MOST_NAMED, "more", "more"))
    return f"as levelled on {day(one.made, status_date)} it does not fit any more: {listed(parts)}"


def _misfitting(one: Misfit) -> str:
    name = title(one.entry.record) if one.entry else one.id
    return f"'{name}' is {'not levelled' if one.why == 'new' else 'to be done by others'}"


def gone(shift: Shift) -> str:
    """What is not done any more, with the promises that are given up."""
    promises = [one for one in shift.gone if isinstance(one.record, Milestone) and one.record.due]
    given_up = f"; {figure(len(promises), 'promise')} given up" if promises else ""
    return f"no longer done: {names(shift.gone)}{given_up}"
