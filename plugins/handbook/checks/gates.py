"""Gates as rules see them: with their criteria, their milestones, and the reports that criteria name."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.checks.completeness import is_whole
from handbook.checks.standing import open_projects
from handbook.records.book import Book
from handbook.records.evidence import Evidence, Results, seen_from_root
from handbook.records.kinds.criterion import Criterion
from handbook.records.kinds.gate import Gate
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.record import Record


class Gated(NamedTuple):
    """A gate with its criteria, in order."""

    gate: Gate
    criteria: tuple[Criterion, ...]


class Report(NamedTuple):
    """A test report that a criterion names: its position in the evidence, and what was found there."""

    at: int
    evidence: Evidence
    results: Results


def gates(book: Book) -> Iterator[Gated]:
    """The gates of open projects that were read with all their fields, with such of their criteria."""
    for project in open_projects(book):
        by_gate: dict[str, list[Criterion]] = {}
        for criterion in book.of(Criterion, project.id):
            if is_whole(book, criterion):
                by_gate.setdefault(criterion.parent.casefold(), []).append(criterion)
        for gate in book.of(Gate, project.id):
            if is_whole(book, gate):
                yield Gated(gate, tuple(by_gate.get(gate.id.casefold(), ())))


def criteria(book: Book) -> Iterator[Criterion]:
    """The criteria of gates of open projects that were read with all their fields."""
    for project in open_projects(book):
        yield from (one for one in book.of(Criterion, project.id) if is_whole(book, one))


def milestones(book: Book, gate: Gate) -> tuple[Milestone, ...]:
    """The milestones that a gate names, or that name the gate; none of those that may not be shown."""
    named = book.find(gate.milestone, gate.project, ("milestone",)) if gate.milestone else None
    naming = [one.record for one in book.citations(gate) if one.path == ("gate",)]
    found = {one.address: one for one in (named, *naming) if isinstance(one, Milestone) and not one.withheld}
    return tuple(found.values())


def reports(book: Book, criterion: Criterion) -> Iterator[Report]:
    """The test reports among the evidence of a criterion."""
    for at, evidence in pieces(book, criterion):
        if evidence.results is not None:
            yield Report(at, evidence, evidence.results)


def pieces(book: Book, criterion: Criterion) -> Iterator[tuple[int, Evidence]]:
    """The evidence of a criterion that is no link into the web, each with its position."""
    for at, text in enumerate(criterion.evidence):
        if evidence := book.evidence.get(seen_from_root(text, criterion.origin.file)):
            yield at, evidence


def work_after(book: Book, milestone: Milestone) -> tuple[Task, ...]:
    """The tasks that wait for a milestone, directly or through others; parts of summary tasks too."""
    parts: dict[str, list[Record]] = {}
    for task in book.of(Task, milestone.project):
        parts.setdefault(task.parent, []).append(task)
    found: dict[str, Record] = {milestone.address: milestone}
    waiting: list[Record] = [milestone]
    while waiting:
        here = waiting.pop()
        following = [one.record for one in book.citations(here) if one.path[0] == "after"]
        inside = parts.get(here.id, []) if isinstance(here, Task) else []
        new = [one for one in (*following, *inside) if one.address not in found]
        found |= {one.address: one for one in new}
        waiting += new
    return tuple(one for one in found.values() if isinstance(one, Task) and not one.withheld)
