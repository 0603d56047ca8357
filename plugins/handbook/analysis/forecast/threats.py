"""Threats: the open risks of a handbook, by the projects that they would hit.

A risk stands in the register of one project, and may name what it would hit in others: each of them is hit by
its own part of it, in the same runs and as hard.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from handbook.records.book import Book
from handbook.records.kinds.deliverable import Deliverable
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.risk import Effect, Risk
from handbook.records.kinds.task import Task
from handbook.records.record import Record

_KINDS = (Task.kind, Milestone.kind, Deliverable.kind)
_OVER = {"completed", "cancelled"}


class Hit(NamedTuple):
    """One effect of a risk, with the record that it names; None if that is unknown or ambiguous."""

    effect: Effect
    record: Record | None


class Threat(NamedTuple):
    """A risk, with what it does to one project."""

    risk: Risk
    hits: tuple[Hit, ...]


def hits(book: Book, risk: Risk) -> Iterator[Hit]:
    """What a risk does, be it in its own project or in others."""
    for effect in risk.affects:
        yield Hit(effect, book.find(effect.record, risk.project, _KINDS))


class Threats:
    """The threats of a book; with those that the reader may not see, for all see the same dates."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def on(self, project: str) -> tuple[Threat, ...]:
        """What threatens a project: its own risks first, then those of others."""
        return self._by_project.get(project.casefold(), ())

    @cached_property
    def _by_project(self) -> Mapping[str, tuple[Threat, ...]]:
        own: dict[str, list[Threat]] = {}
        foreign: dict[str, list[Threat]] = {}
        for risk in self._risks():
            home = (risk.project or "").casefold()
            for project, hits in self._parts(risk, home).items():
                (own if project == home else foreign).setdefault(project, []).append(Threat(risk, hits))
        return {at: (*own.get(at, ()), *foreign.get(at, ())) for at in own.keys() | foreign.keys()}

    def _risks(self) -> Iterator[Risk]:
        """The open risks of projects that are not over."""
        unseen = (one for one in self._book.unseen if isinstance(one, Risk))
        over = {one.id.casefold() for one in self._book.projects if one.status in _OVER}
        for risk in (*self._book.of(Risk), *unseen):
            if risk.is_open and (risk.project or "").casefold() not in over:
                yield risk

    def _parts(self, risk: Risk, home: str) -> dict[str, tuple[Hit, ...]]:
        """The effects of a risk by the projects that they fall on; on its own if they name nothing known."""
        found: dict[str, tuple[Hit, ...]] = {}
        for hit in hits(self._book, risk):
            project = home if hit.record is None else (hit.record.project or home).casefold()
            found[project] = (*found.get(project, ()), hit)
        return found
