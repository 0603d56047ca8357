"""Measures on a driving chain that might bring its date in, in the words of what-if changes."""

from collections.abc import Iterator
from datetime import date, timedelta

from handbook.planning.breakdown import Item
from handbook.planning.why.step import Step, Why
from handbook.records.book import Book
from handbook.records.kinds.task import Task

_PUSHING = {"SNET", "FNET", "MSO", "MFO"}


def measures(book: Book, why: Why, minutes: int) -> Iterator[str]:
    """Changes to try, each once, from the date back.

    Less work, no lag, somebody who is not away after all, more hands, no constraint.

    Work is shortened by at most ``minutes``, and so that a day of it is left. Nothing is tried on what the
    audience may not see.
    """
    told: set[str] = set()
    for step in reversed(why.steps):
        for text in _of_step(book, why, step, minutes):
            if text not in told:
                told.add(text)
                yield text


def _of_step(book: Book, why: Why, step: Step, minutes: int) -> Iterator[str]:
    item = step.item
    if item.withheld:
        return
    cut = min(minutes, step.work - step.day_minutes)
    if cut > 0 and isinstance(item, Task):
        yield f"shorten {item.address} {cut / step.day_minutes:.4g}d"
    waiting, dependency = step.waiting, step.dependency
    if step.lag > 0 and waiting is not None and dependency is not None and not waiting.withheld:
        before = book.find(dependency.target, waiting.project, ("task", "milestone"))
        if before is not None and not before.withheld:
            kind = "" if dependency.type == "FS" else f" {dependency.type}"
            yield f"link {waiting.address} after {before.address}{kind}"
    for free in step.free:
        for person in free.people:
            yield f"present {person} {_span(free.first, free.last)}"
    if isinstance(item, Task) and step.work > 0 and _grows_with_hands(item):
        yield f"assign {item.address} somebody 100%"
    if step is why.steps[0] and why.cause.kind == "constraint":
        bound = _bound(book, item)
        if bound is not None:
            yield f"constraint {bound.address} ASAP"


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


def _span(first: date, last: date) -> str:
    if first == last:
        return f"{first}"
    return f"{first}..{last.day:02}" if _same_month(first, last) else f"{first}..{last}"


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month) and last - first >= timedelta(0)
