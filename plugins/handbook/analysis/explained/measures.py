"""Measures on a driving chain that might bring its date in: changes of what-if."""

from collections.abc import Iterator
from decimal import Decimal

from handbook.analysis.what_if.operands import SOMEBODY, Days, Wait
from handbook.analysis.what_if.words import Change, verbs
from handbook.planning.breakdown import Item
from handbook.planning.why.event import SettledOf
from handbook.planning.why.step import Free, Step, Why
from handbook.records.book import Book
from handbook.records.kinds.levelled import Levelled
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.types.dependency import Dependency
from handbook.records.types.duration import Duration

_PUSHING = {"SNET", "FNET", "MSO", "MFO"}
_CLOCK = 24 * 60


def measures(book: Book, settled_of: SettledOf, why: Why, minutes: int) -> Iterator[Change]:
    """Changes to try, each once, from the date back.

    Less work, no lag, somebody who is not away after all, more hands, no constraint.

    Work is shortened by at most ``minutes``, and so that a day of it is left. Nothing is tried on what the
    audience may not see.
    """
    told: set[str] = set()
    for step in reversed(why.steps):
        for change in _of_step(book, settled_of, why, step, minutes):
            if change.text not in told:
                told.add(change.text)
                yield change


def releases(book: Book, why: Why) -> Iterator[Change]:
    """The levelled schedules on a chain let go: they keep work at its accepted starts, whatever is gained.

    People and the order in which they work stay as they were accepted.
    """
    projects = dict.fromkeys(step.item.project or "" for step in why.steps if not step.item.withheld)
    for id_ in projects:
        project = book.project(id_)
        found = next(iter(book.of(Levelled, id_)), None) if project else None
        if project is not None and found is not None and found.entries:
            yield Change(f"advance {project.id}", verbs()["advance"], (project,))


def _of_step(book: Book, settled_of: SettledOf, why: Why, step: Step, minutes: int) -> Iterator[Change]:
    item = step.item
    if item.withheld:
        return
    if isinstance(item, Task):
        yield from _shorter(settled_of, step, item, minutes)
    yield from _at_once(book, step)
    for free in step.free:
        yield from _present(book, free)
    if isinstance(item, Task) and step.work > 0 and _grows_with_hands(item):
        yield Change(f"assign {item.address} {SOMEBODY} 100%", verbs()["assign"], (item, None, 1.0))
    if step is why.steps[0] and why.cause.kind == "constraint":
        bound = _bound(book, item)
        if bound is not None:
            yield Change(f"constraint {bound.address} ASAP", verbs()["constraint"], (bound, "ASAP"))


def _shorter(settled_of: SettledOf, step: Step, task: Task, minutes: int) -> Iterator[Change]:
    """Less work; what runs by the clock is cut in days of the clock."""
    day = _CLOCK if _is_elapsed(settled_of, task) else step.day_minutes
    cut = min(minutes * day // step.day_minutes, step.work - day)
    if cut > 0:
        length = _length(cut, day)
        yield Change(f"shorten {task.address} {length}", verbs()["shorten"], (task, length))


def _length(minutes: int, day: int) -> Duration:
    """A length in days if it is one in a few digits, else in minutes."""
    days = Decimal(minutes) / day
    exact = days == round(days, 4)
    return Duration(days, "d") if exact else Duration(Decimal(minutes), "min")


def _is_elapsed(settled_of: SettledOf, task: Task) -> bool:
    settled = settled_of(task.project or "")
    at = settled.draft.outline.work.index.get(task.id.casefold()) if settled else None
    row = settled.row(at) if settled and at is not None else None
    return bool(settled and row is not None and settled.timetable.network.activities[row].elapsed)


def _at_once(book: Book, step: Step) -> Iterator[Change]:
    """No lag."""
    waiting, dependency = step.waiting, step.dependency
    if step.lag <= 0 or waiting is None or dependency is None or waiting.withheld:
        return
    before = book.find(dependency.target, waiting.project, ("task", "milestone"))
    if before is not None and not before.withheld:
        kind = "" if dependency.type == "FS" else f" {dependency.type}"
        wait = Wait(Dependency(before.address, dependency.type), before)
        yield Change(f"link {waiting.address} after {before.address}{kind}", verbs()["link"], (waiting, wait))


def _present(book: Book, free: Free) -> Iterator[Change]:
    """Somebody who is not away after all."""
    days = Days(free.first, free.last)
    for name in free.people:
        person = book.find(name, None, ("person",))
        if isinstance(person, Person):
            yield Change(f"present {name} {_span(days)}", verbs()["present"], (person, days))


def _grows_with_hands(task: Task) -> bool:
    """Whether a task says that more hands make it shorter: by an effort, and no length of its own."""
    return task.effort is not None and not (task.duration or task.estimate or task.remaining)


def _bound(book: Book, item: Item) -> Task | None:
    """The task whose constraint holds an item: itself, or a summary around it."""
    around: Item | None = item
    while around is not None:
        if isinstance(around, Task) and around.constraint and around.constraint.type in _PUSHING:
            return None if around.withheld else around
        around = book.get(Task, around.parent, item.project) if around.parent else None
    return None


def _span(days: Days) -> str:
    first, last = days
    if first == last:
        return f"{first}"
    is_short = (first.year, first.month) == (last.year, last.month)
    return f"{first}..{last.day:02}" if is_short else f"{first}..{last}"
