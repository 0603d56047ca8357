"""The way from a date back to its first cause, through links, summaries and other projects."""

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


def why(book: Book, settled_of: SettledOf, item: Item) -> Why | None:
    """Why an item is finished, or reached, when it is; None for one without dates."""
    last = event_of(settled_of, item, "finish")
    if last is None:
        return None
    walk = _Walk(book, settled_of)
    steps: list[Step] = []
    passed: set[tuple[str, int, str]] = set()
    here: Event | None = last
    while here is not None:
        passed.add(here.key)
        here, cause, made = walk.back(here, passed)
        steps.append(made)
    return Why(item, last.edge, cause, tuple(reversed(steps)))


class _Walk:
    """What the steps of one walk share."""

    def __init__(self, book: Book, settled_of: SettledOf) -> None:
        self._book = book
        self._settled_of = settled_of
        self._free_days: dict[str, FreeDays] = {}

    def back(self, event: Event, passed: set[tuple[str, int, str]]) -> tuple[Event | None, Cause, Step]:
        """The event before one, if there is any, else the cause; and the step from there."""
        link, told = self._driver(event)
        far = None if event.is_group else progress(event.activity)
        before: Event | None = None
        if far is not None and (event.end == "finish" or (told is not None and told.kind == "actual")):
            cause, way = by_progress(event, far, told)
        elif link is not None:
            before = predecessor(self._settled_of, event, link)
            way = Way(event.edge) if before is None else linked(event, before, link)
            cause = Cause("link", told.text if told else "", way.since, way.since)
        else:
            cause, way = by_date(event, told)
        if before is not None and before.key in passed:
            before = None
        return before, cause, step(event, way, self._free(event), told)

    def _driver(self, event: Event) -> tuple[int | None, Driver | None]:
        """The number of the link that drives an event, if one does, and what drives it in words."""
        if event.is_group:
            link = holding(event)
            if link is None:
                return None, by_constraint(event.settled, event.row, event.row)
            return link, by_tie(self._book, event.settled.draft.ties[link])
        found = event.table.driver(event.row)
        link = found.link if found.kind is DriverKind.LINK else None
        return link, driver(self._book, event.settled, event.row)

    def _free(self, event: Event) -> FreeDays:
        outline = event.settled.draft.outline
        if outline.project.id not in self._free_days:
            tools = event.settled.draft.tools
            self._free_days[outline.project.id] = FreeDays(self._book, outline.project, tools)
        return self._free_days[outline.project.id]
