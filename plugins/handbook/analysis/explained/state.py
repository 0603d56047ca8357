"""A state of the records on the way through some changes, with the dates that follow from it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.words import Change
from handbook.planning.breakdown import Item
from handbook.planning.plan import Plan
from handbook.planning.plans import Plans
from handbook.planning.settled import Dated
from handbook.planning.trial import Trial, trial
from handbook.planning.why.step import Why
from handbook.planning.why.why import passed, why
from handbook.records.book import Book
from handbook.records.overlay import narrowed, overlaid


class Course(Protocol):
    """Dates that follow from records."""

    def settled(self, project: str) -> Dated | None:
        """What the dates of a project were made of; None for one that is not looked at."""

    def after(self, edit: Edit, book: Callable[[], Book]) -> "Course":
        """The dates after an edit, which makes that book."""


@dataclass(frozen=True)
class ByRecords:
    """Dates from plans that are made anew from all records: the long way, that goes wherever plans go."""

    book: Book
    plans: Plans

    def settled(self, project: str) -> Dated | None:
        """What a plan was made of; None for a project that is not in the book."""
        return self.plans.settled(project) if self.book.project(project) else None

    def after(self, edit: Edit, book: Callable[[], Book]) -> "ByRecords":
        """The plans of the book as it then is."""
        made = book()
        return ByRecords(made, self.plans.variant(made))


@dataclass(frozen=True)
class ByNumbers:
    """Dates worked out from the numbers that change."""

    trial: Trial

    def settled(self, project: str) -> Dated | None:
        """The dates of a project; None for one that the date in question does not depend on."""
        return self.trial.settled(project)

    def after(self, edit: Edit, book: Callable[[], Book]) -> "ByNumbers":
        """The trial after the same edit."""
        return ByNumbers(self.trial.changed(edit.changed, edit.counted))


class State:
    """A book and the dates that follow from it; what is asked of it is worked out once."""

    def __init__(self, item: Item, book: Callable[[], Book], course: Course, plans: Plans) -> None:
        """``item`` is the one whose date is looked at, ``plans`` those before any change."""
        self.item = item
        self._book = book
        self._course = course
        self._plans = plans

    @cached_property
    def _small(self) -> Book:
        """The records that the date can depend on."""
        return narrowed(self.book, self._plans.needed(self.item.project or ""))

    @cached_property
    def book(self) -> Book:
        """The records as they would be."""
        return self._book()

    @cached_property
    def why(self) -> Why | None:
        """The driving chain of the item."""
        return why(self.book, self.settled, self.item)

    @cached_property
    def passed(self) -> tuple[Item, ...]:
        """The work that the chain leads through, the last first."""
        return passed(self.settled, self.item)

    @cached_property
    def at(self) -> int:
        """The instant at which the item is finished. Raises `ValueError` if it has no dates."""
        settled = self.settled(self.item.project or "")
        at = settled.draft.outline.work.index.get(self.item.id.casefold()) if settled else None
        row = settled.row(at) if settled and at is not None else None
        if settled is None or row is None:
            raise ValueError(f"expected an item with dates, found {self.item.address}")
        return settled.timetable.finish[row]

    def settled(self, project: str) -> Dated | None:
        """What the dates of a project were made of."""
        return self._course.settled(project)

    def tried(self, change: Change) -> "State | None":
        """The state with one more change; None if it cannot be tried."""
        try:
            edit = change.verb.edit(Scene(self.book, _Looked(self)), *change.operands)
        except BadChange:
            return None
        edit = Edit(tuple(edit.changed), tuple(edit.without), tuple(edit.counted))

        def book() -> Book:
            return overlaid(self._small, edit.changed, edit.without, edit.counted)

        return State(self.item, book, self._course.after(edit, book), self._plans)

    def plan(self, project: str) -> Plan:
        """The plan before any change, for what is a summary and what is done: no measure changes that."""
        return self._plans[project]


class _Looked:
    """A state as changes look at it."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __getitem__(self, project_id: str) -> Plan:
        return self._state.plan(project_id)

    def settled(self, project_id: str) -> Dated:
        """What the dates of a project were made of. Raises `KeyError` for one that is not looked at."""
        found = self._state.settled(project_id)
        if found is None:
            raise KeyError(project_id)
        return found


def begin(book: Book, plans: Plans, item: Item) -> State:
    """The state before any change."""
    found = trial(plans, item, book.status_date)
    return State(item, lambda: book, ByNumbers(found), plans)


def by_records(book: Book, plans: Plans, item: Item) -> State:
    """The same the long way."""
    small = narrowed(book, plans.needed(item.project or ""))
    return State(item, lambda: book, ByRecords(small, plans.variant(small)), plans)
