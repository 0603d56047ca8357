"""The way from a date back to its first cause, through links, summaries and other projects."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from handbook.planning.breakdown import Item
from handbook.planning.drivers import by_constraint, by_tie, driver
from handbook.planning.plan import Driver
from handbook.planning.why.cause import by_date, by_progress
from handbook.planning.why.days import Way, linked, step
from handbook.planning.why.event import Event, SettledOf, event_of, holding, predecessor
from handbook.planning.why.free_days import FreeDays
from handbook.planning.why.step import Cause, Step, Why
from handbook.records.book import Book
from handbook.schedule import DriverKind
from handbook.schedule.progress import progress


def why(book: Book, settled_of: SettledOf, item: Item, known: Collection[str] = ()) -> Why | None:
    """Why an item is finished, or reached, when it is; None for one without dates.

    The chain goes back to its first cause, or to the first of the items whose addresses are ``known``, which
    is its cause then.
    """
    last = event_of(settled_of, item, "finish")
    if last is None:
        return None
    stages: list[_Stage] = []
    for event, link, before in _back(settled_of, last):
        stages.append(_stage(book, event, link, before))
        if before is not None and before.item.address in known:
            cause = replace(stages[-1].cause, known=before.item.address)
            stages[-1] = stages[-1]._replace(cause=cause)
            break
    free: dict[str, FreeDays] = {}
    steps = (_step(book, free, one) for one in reversed(stages))
    return Why(item, last.edge, stages[-1].cause, tuple(steps))


def passed(settled_of: SettledOf, item: Item) -> tuple[Item, ...]:
    """The work that a chain leads through, the last first; nothing that takes no time."""
    last = event_of(settled_of, item, "finish")
    found = _back(settled_of, last) if last is not None else ()
    return tuple(event.item for event, _, _ in found if not event.is_point)


class _Stage(NamedTuple):
    """An event on the way, with the days since what comes before it, and the cause if nothing does."""

    event: Event
    way: Way
    cause: Cause
    told: Driver | None


def _back(settled_of: SettledOf, last: Event) -> Iterator[tuple[Event, int | None, Event | None]]:
    """The events from one back to the first, each with the number of the link that drives it, and its source.

    The source is None if there is none, or none that is planned.
    """
    known: set[tuple[str, int, str]] = set()
    here: Event | None = last
    while here is not None:
        known.add(here.key)
        link = _link(here)
        before = None if link is None else predecessor(settled_of, here, link)
        yield here, link, before
        here = None if before is not None and before.key in known else before


def _link(event: Event) -> int | None:
    """The number of the link that drives an event, if one does and not what is done."""
    if event.is_group:
        return holding(event)
    found = event.table.driver(event.row)
    if progress(event.activity) is not None and (event.end == "finish" or found.kind is DriverKind.ACTUAL):
        return None
    return found.link if found.kind is DriverKind.LINK else None


def _stage(book: Book, event: Event, link: int | None, before: Event | None) -> _Stage:
    told = _driver(book, event, link)
    far = None if event.is_group else progress(event.activity)
    if link is not None:
        way = Way(event.edge) if before is None else linked(event, before, link)
        return _Stage(event, way, Cause("link", told.text if told else "", way.since, way.since), told)
    if far is not None and (event.end == "finish" or (told is not None and told.kind == "actual")):
        cause, way = by_progress(event, far, told)
    else:
        cause, way = by_date(event, told)
    return _Stage(event, way, cause, told)


def _driver(book: Book, event: Event, link: int | None) -> Driver | None:
    """What drives an event, in words."""
    if not event.is_group:
        return driver(book, event.settled, event.row)
    if link is None:
        return by_constraint(event.settled, event.row, event.row)
    return by_tie(book, event.settled.draft.ties[link])


def _step(book: Book, free: dict[str, FreeDays], stage: _Stage) -> Step:
    outline = stage.event.settled.draft.outline
    if outline.project.id not in free:
        free[outline.project.id] = FreeDays(book, outline.project, stage.event.settled.draft.tools)
    return step(stage.event, stage.way, free[outline.project.id], stage.told)
