"""What drives a date, in a reader's words."""

from handbook.planning.activities import actual, levelled_start
from handbook.planning.moments import Moments
from handbook.planning.plan import Driver
from handbook.planning.settled import Dated
from handbook.planning.ties import Tie
from handbook.planning.wording import MANNERS, day, spoken, title
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.schedule import DriverKind

_START = Driver("start", "from the start of the project")
_STATUS = Driver("status", "not before the status date")
_LATE = Driver("constraint", "as late as possible")


def driver(book: Book, settled: Dated, at: int) -> Driver | None:
    """What drives the activity with an index; None for a summary, whose parts drive it."""
    found = settled.timetable.driver(at)
    if found.kind is DriverKind.LINK and found.link is not None:
        tie = settled.draft.ties[found.link]
        return _by_people(book, settled, found.link, tie) if tie.people else by_tie(book, tie)
    if found.kind is DriverKind.CONSTRAINT:
        return by_constraint(settled, at, at if found.activity is None else found.activity)
    if found.kind is DriverKind.ACTUAL:
        return _by_actual(settled, at)
    return {
        DriverKind.PROJECT_START: _START,
        DriverKind.STATUS: _STATUS,
        DriverKind.LATE: _LATE,
    }.get(found.kind)


def by_tie(book: Book, tie: Tie) -> Driver:
    """What waits along a tie, and for what."""
    return Driver("link", f"{_wait(tie)} {_far_title(book, tie)}", tie.target.address)


def _far_title(book: Book, tie: Tie) -> str:
    """The title of what is waited for, with that of its project if it is another one."""
    name = title(tie.target)
    if tie.inside is not None or tie.target.withheld:
        return name
    other = book.get(Project, tie.target.project or "", tie.target.project)
    return f"{name} in {other.label}" if other else name


def _by_people(book: Book, settled: Dated, link: int, tie: Tie) -> Driver:
    """``waits for Ana Silva, who works on Design until 3 March 2026``."""
    pred = settled.timetable.network.links[link].pred
    until = Moments().span(settled.timetable.start[pred], settled.timetable.finish[pred])[1].date()
    text = f"waits for {_busy(book, tie)} {_far_title(book, tie)} until {day(until)}"
    return Driver("resource", text, tie.target.address)


def _busy(book: Book, tie: Tie) -> str:
    """Who is busy, up to what with; somebody, if the reader may not see all of them."""
    found = [book.find(party, None, ("person", "role", "team")) for party in tie.people]
    names = [one.label for one in found if one is not None and not one.withheld]
    if len(names) < len(found):
        return "somebody who works on"
    who = " and ".join(names)
    if any(isinstance(one, Team) for one in found):
        return f"{who}, busy with"
    return f"{who}, who {'works' if len(names) == 1 else 'work'} on"


def _wait(tie: Tie) -> str:
    """``after``, ``2 days after the start of``, ``to finish 1 day before``."""
    dependency = tie.dependency
    lag = f"{spoken(dependency.lag)} " if dependency.lag else ""
    when = "before" if dependency.lead else "after"
    end = "" if dependency.type in {"FS", "FF"} else " the start of"
    if dependency.lead and not end:
        end = " the end of"
    return f"{'to finish ' if dependency.type in {'FF', 'SF'} else ''}{lag}{when}{end}"


def by_constraint(settled: Dated, at: int, owner: int) -> Driver:
    """The constraint of an activity, or of the group ``owner`` around it."""
    item = settled.draft.item(owner)
    if isinstance(item, Milestone):
        return Driver("expected", "forecast by hand")
    if isinstance(item, Task) and owner == at and (start := levelled_start(item, settled.draft.tools)):
        return Driver("levelled", f"not before {day(start.date())}, as levelled")
    if not isinstance(item, Task) or item.constraint is None or item.constraint.date is None:
        return _LATE
    text = f"{MANNERS[item.constraint.type]} {day(item.constraint.date)}"
    return Driver("constraint", text if owner == at else f"{text}, as all of {title(item)}")


def _by_actual(settled: Dated, at: int) -> Driver:
    item = settled.draft.item(at)
    if isinstance(item, Milestone) and item.reached:
        return Driver("actual", f"reached on {day(item.reached)}")
    started, finished = actual(item) if isinstance(item, Task) else (None, None)
    if started:
        return Driver("actual", f"begun on {day(started)}")
    return Driver("actual", f"finished on {day(finished)}" if finished else "done by the status date")
