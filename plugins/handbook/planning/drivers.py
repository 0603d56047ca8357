"""What drives a date, in a reader's words."""

from handbook.planning.activities import actual
from handbook.planning.plan import Driver
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.planning.wording import MANNERS, day, spoken, title
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.schedule import DriverKind

_START = Driver("start", "from the start of the project")
_STATUS = Driver("status", "not before the status date")
_LATE = Driver("constraint", "as late as possible")


def driver(book: Book, settled: Settled, at: int) -> Driver | None:
    """What drives the activity with an index; None for a summary, whose parts drive it."""
    found = settled.timetable.driver(at)
    if found.kind is DriverKind.LINK and found.link is not None:
        return _by_tie(book, settled.draft.ties[found.link])
    if found.kind is DriverKind.CONSTRAINT:
        return _by_constraint(settled, at, at if found.activity is None else found.activity)
    if found.kind is DriverKind.ACTUAL:
        return _by_actual(settled, at)
    return {
        DriverKind.PROJECT_START: _START,
        DriverKind.STATUS: _STATUS,
        DriverKind.LATE: _LATE,
    }.get(found.kind)


def _by_tie(book: Book, tie: Tie) -> Driver:
    name = title(tie.target)
    if tie.inside is None and not tie.target.withheld:
        other = book.get(Project, tie.target.project or "", tie.target.project)
        name = f"{name} in {other.label}" if other else name
    return Driver("link", f"{_wait(tie)} {name}", tie.target.address)


def _wait(tie: Tie) -> str:
    """``after``, ``2 days after the start of``, ``to finish 1 day before``."""
    dependency = tie.dependency
    lag = f"{spoken(dependency.lag)} " if dependency.lag else ""
    when = "before" if dependency.lead else "after"
    end = "" if dependency.type in {"FS", "FF"} else " the start of"
    if dependency.lead and not end:
        end = " the end of"
    return f"{'to finish ' if dependency.type in {'FF', 'SF'} else ''}{lag}{when}{end}"


def _by_constraint(settled: Settled, at: int, owner: int) -> Driver:
    item = settled.draft.item(owner)
    if isinstance(item, Milestone):
        return Driver("expected", "forecast by hand")
    if not isinstance(item, Task) or item.constraint is None or item.constraint.date is None:
        return _LATE
    text = f"{MANNERS[item.constraint.type]} {day(item.constraint.date)}"
    return Driver("constraint", text if owner == at else f"{text}, as all of {title(item)}")


def _by_actual(settled: Settled, at: int) -> Driver:
    item = settled.draft.item(at)
    if isinstance(item, Milestone) and item.reached:
        return Driver("actual", f"reached on {day(item.reached)}")
    started, finished = actual(item) if isinstance(item, Task) else (None, None)
    if started:
        return Driver("actual", f"begun on {day(started)}")
    return Driver("actual", f"finished on {day(finished)}" if finished else "done by the status date")
