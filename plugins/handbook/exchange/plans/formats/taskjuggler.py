"""The CSV that TaskJuggler prints of tasks: outline, dates, durations and precursors, between semicolons.

The outermost task is the project. The table tells dates and not why they are so: what waits for something
is linked to it with the time between as its lag, and what waits for nothing starts no earlier than it does
there. Durations are days of the clock.
"""

import csv
import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from handbook.exchange.plans.model import Bound, LinkKind, PlanCalendar, PlanFile, PlanLink, PlanTask, Span
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.reading import MOST_TASKS, line_of_text, number_in, text_of
from handbook.exchange.tables.table import CannotRead

ENDINGS = (".csv",)
TITLE = "CSV of TaskJuggler"

_DAY = 24 * 60
_CLOCK = PlanCalendar("clock", "Round the clock", (((0, _DAY),),) * 7)
_NEEDED = ("Id", "Name", "Start", "End", "Duration")
_PRECURSOR = re.compile(r"\(([\w.]+)\) ([\[\]])->([\[\]]) (\d{4}-\d{2}-\d{2} \d{2}:\d{2})", re.ASCII)
_KINDS: dict[str, LinkKind] = {"][": "FS", "[[": "SS", "]]": "FF", "[]": "SF"}


class _Row(NamedTuple):
    line: int
    id: str
    name: str
    start: datetime
    end: datetime
    minutes: int
    precursors: str

    @property
    def parent(self) -> str:
        return self.id.rpartition(".")[0]


def knows(raw: bytes) -> bool:
    """Whether the first line names the columns of such a table."""
    head = raw[:4096].split(b"\n", 1)[0]
    return all(f'"{name}"'.encode() in head for name in ("Id", "Start", "End", "Precursors"))


def read(raw: bytes) -> PlanFile:
    """The plan of a file. Raises `CannotRead` if it is none."""
    notes = Notes()
    rows = _rows(text_of(raw), notes)
    if not rows:
        raise CannotRead("expected tasks, found none")
    project, *tasks = rows
    around = {row.parent for row in tasks}
    known = {row.id for row in tasks}
    return PlanFile(
        origin="taskjuggler",
        title=project.name,
        start=project.start,
        calendar=_CLOCK.key,
        calendars=(_CLOCK,),
        tasks=tuple(_task(row, project, known, around, notes) for row in _outlined(tasks, project)),
        notes=notes.all(),
    )


def _rows(text: str, notes: Notes) -> list[_Row]:
    """The tasks of a table, in its order; of two with one id the first."""
    reader = csv.DictReader(text.split("\n"), delimiter=";")
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise CannotRead(f"expected columns {', '.join(_NEEDED)} between semicolons, found no '{missing[0]}'")
    found: dict[str, _Row] = {}
    try:
        for cells in reader:
            row = _row(reader.line_num, {name: cell or "" for name, cell in cells.items() if name}, notes)
            if row is not None and row.id in found:
                notes.add(row.line, f"not read: the id '{row.id}' is taken")
            elif row is not None:
                found[row.id] = row
            if len(found) > MOST_TASKS:
                raise CannotRead(f"expected at most {MOST_TASKS} tasks, found more")
    except csv.Error as error:
        raise CannotRead(f"line {reader.line_num}: {error}") from None
    return list(found.values())


def _row(line: int, cells: dict[str, str], notes: Notes) -> _Row | None:
    start, end, days = _moment(cells["Start"]), _moment(cells["End"]), number_in(cells["Duration"])
    name, id_ = line_of_text(cells["Name"]), line_of_text(cells["Id"])
    if not id_ or start is None or end is None or days is None or days < 0:
        notes.add(line, f"not read: '{name or id_}' – expected an id, two dates and a duration in days")
        return None
    if (effort := number_in(cells.get("Effort", ""))) and effort > 0:
        notes.add(
            line, f"'{name}': not read: an effort of {float(effort):g} days, whose workers are not told"
        )
    return _Row(line, id_, name, start, end, round(days * _DAY), cells.get("Precursors", ""))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007  (it knows no time zone)
    except ValueError:
        return None


def _outlined(tasks: list[_Row], project: _Row) -> Iterator[_Row]:
    """The tasks with each before its parts; those that belong to none stand at the top."""
    known = {row.id for row in tasks}
    inside: dict[str, list[_Row]] = {}
    for row in tasks:
        inside.setdefault(row.parent if row.parent in known else project.id, []).append(row)
    waiting = list(reversed(inside.get(project.id, ())))
    while waiting:
        row = waiting.pop()
        yield row
        waiting += reversed(inside.get(row.id, ()))


def _task(row: _Row, project: _Row, known: set[str], around: set[str], notes: Notes) -> PlanTask:
    is_summary = row.id in around
    links = () if is_summary else tuple(_links(row, known, notes))
    return PlanTask(
        key=row.id,
        name=row.name,
        parent=row.parent if row.parent in known else "",
        code=row.id.removeprefix(f"{project.id}."),
        kind="summary" if is_summary else "task" if row.minutes else "milestone",
        duration=None if is_summary else Span(row.minutes),
        links=links,
        bound=None if is_summary or links else Bound("SNET", row.start),
        line=row.line,
    )


def _links(row: _Row, known: set[str], notes: Notes) -> Iterator[PlanLink]:
    for id_, end, begin, date in _PRECURSOR.findall(row.precursors):
        at = _moment(date)
        if id_ not in known or id_ == row.id or at is None:
            notes.add(row.line, f"'{row.name}': not read: it waits for '{id_}', which is not there")
            continue
        own = row.start if begin == "[" else row.end
        minutes = round((own - at).total_seconds() / 60)
        unit = "d" if minutes % _DAY == 0 else "h"
        yield PlanLink(id_, _KINDS[end + begin], Span(minutes, unit) if minutes else None)
