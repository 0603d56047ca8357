"""A plan as records: a project with its plan and baselines, and those of the organisation that it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.exchange.editing.append import append
from handbook.exchange.editing.writing import field_lines
from handbook.exchange.plans.model import Note, PlanFile
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.recording.baselines import baseline_texts
from handbook.exchange.plans.recording.calendars import CalendarRecords
from handbook.exchange.plans.recording.charter import charter, tell_kept
from handbook.exchange.plans.recording.layout import plan_files
from handbook.exchange.plans.recording.people import Parties
from handbook.exchange.plans.recording.tasks import TaskRecords
from handbook.exchange.plans.working import working
from handbook.planning.calendars import NORMAL
from handbook.planning.week import measure
from handbook.records.book import Book

_FILES = {"calendar": "calendars.yml", "person": "people.yml", "team": "teams.yml", "role": "roles.yml"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a plan became: new files by their paths beside or in the project's folder, and added records.

    ``additions`` are records by id for each file of the organisation. ``counts`` are records by kind.
    """

    files: Mapping[str, str]
    additions: Mapping[str, Mapping[str, Any]]
    counts: Mapping[str, int]
    notes: tuple[Note, ...]


def recorded(
    plan: PlanFile, book: Book, project: str, given: Mapping[str, str], schema_line: str = ""
) -> Recorded:
    """The records of a plan in the project ``project``, whose charter is written if it has none.

    ``given`` are fields of the charter; ``schema_line`` is the line that names a schema, with ``{}`` for the
    schema's name, if files of the handbook have one.
    """
    notes = Notes()
    by_key = {one.key: one for one in plan.calendars}
    usual = working(by_key[plan.calendar]) if plan.calendar in by_key else NORMAL
    sizes = measure(usual)
    calendars = CalendarRecords(book, plan.calendars, plan.origin)
    parties = Parties(book, plan, calendars.ids, sizes.day, notes)
    tasks = TaskRecords(plan, calendars.ids, parties, usual, sizes, notes)
    calendar = calendars.ids.get(plan.calendar, "")
    files: dict[str, str] = {}
    known = book.project(project)
    if known is not None:
        tell_kept(plan, known, calendar, notes)
    else:
        fields = charter(plan, book, parties, calendar, usual, given, notes)
        files["project.yml"] = _text(schema_line.format("project"), fields)
    head = "\n".join(filter(None, [schema_line.format("plan"), f"# Plan of {plan.title or project}."]))
    files |= plan_files(tasks, head, notes)
    for name, text in baseline_texts(plan, tasks, usual, sizes, notes):
        files[f"baselines/{name}.yml"] = text
    additions = {
        _FILES[kind]: found
        for kind, found in {"calendar": calendars.records, **parties.records}.items()
        if found
    }
    counts = dict(_counts(plan, tasks, calendars, parties))
    placed = {f"{project}/{path}": text for path, text in files.items()}
    return Recorded(placed, additions, counts, (*plan.notes, *notes.all()))


def added(before: str, records: Mapping[str, Any]) -> str:
    """The text of a file of the organisation with more records. Raises `CannotEdit`."""
    text = append(before, records)
    return text if text.endswith("\n") else f"{text}\n"


def _text(head: str, fields: Mapping[str, Any]) -> str:
    lines = [line for name, value in fields.items() for line in field_lines(name, value)]
    return "\n".join([*([head] if head else []), *lines, ""])


def _counts(
    plan: PlanFile, tasks: TaskRecords, calendars: CalendarRecords, parties: Parties
) -> Iterator[tuple[str, int]]:
    yield "task", len(plan.tasks) - len(tasks.milestones)
    yield "milestone", len(tasks.milestones)
    yield "link", sum(len(task.links) for task in plan.tasks)
    yield "calendar", len(calendars.records)
    for kind, found in parties.records.items():
        yield kind, len(found)
    yield "baseline", len(plan.baselines)
