"""PSPLIB, the library of scheduling problems that methods are measured by: ``.sm`` files.

Jobs have durations in periods, successors, and requests of renewable resources. A period is read as a day
that runs round the clock. Kolisch and Sprecher, "PSPLIB – A project scheduling problem library", European
Journal of Operational Research 96, 1997.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from handbook.exchange.plans.model import PlanCalendar, PlanFile, PlanLink, PlanResource, PlanTask, Span
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.reading import MOST_TASKS, text_of
from handbook.exchange.tables.table import CannotRead

ENDINGS = (".sm", ".mm")
TITLE = "PSPLIB"

_DAY = 24 * 60
_START = datetime(2001, 1, 1)  # noqa: DTZ001  (a Monday; the format knows no dates)
_CLOCK = PlanCalendar("clock", "Round the clock", (((0, _DAY),),) * 7)
_NUMBERS = re.compile(r"\d{1,9}(?:\s+\d{1,9})*", re.ASCII)


class Row(tuple[int, ...]):
    """The numbers of a line; ``line`` is its place."""

    line: int


def knows(raw: bytes) -> bool:
    """Whether the bytes have the headings of such a file."""
    return b"PRECEDENCE RELATIONS" in raw[:65536] and b"REQUESTS/DURATIONS" in raw


def read(raw: bytes) -> PlanFile:
    """The plan of a file. Raises `CannotRead` if it is none."""
    text, notes = text_of(raw), Notes()
    relations = _rows(text, "PRECEDENCE RELATIONS")
    requests = _single_mode(_rows(text, "REQUESTS/DURATIONS"), notes)
    capacities = _capacities(text)
    if len(relations) > MOST_TASKS:
        raise CannotRead(f"expected at most {MOST_TASKS} jobs, found more")
    before = _before(relations, requests, notes)
    notes.add(0, f"the format knows no dates: it starts on {_START:%Y-%m-%d} – say --set start=…")
    return PlanFile(
        origin="psplib",
        title=_title(text),
        start=_START,
        calendar=_CLOCK.key,
        calendars=(_CLOCK,),
        resources=tuple(
            PlanResource(f"{at}", f"R {at}", "team", units=float(units)) for at, units in capacities.items()
        ),
        tasks=tuple(_task(row, before.get(row[0], ()), capacities, notes) for row in requests.values()),
        notes=notes.all(),
    )


def _task(row: Row, before: tuple[int, ...], capacities: Mapping[int, int], notes: Notes) -> PlanTask:
    needs = [(at, units) for at, units in enumerate(row[3:], 1) if units]
    for at, units in needs:
        if at not in capacities:
            notes.add(row.line, f"job {row[0]}: not read: {units} of resource {at}, which is not there")
    return PlanTask(
        key=f"{row[0]}",
        name=f"Job {row[0]}",
        kind="task" if row[2] else "milestone",
        duration=Span(row[2] * _DAY),
        links=tuple(PlanLink(f"{job}") for job in before),
        assigned=tuple((f"{at}", float(units)) for at, units in needs if at in capacities),
        number=row[0],
        line=row.line,
    )


def _single_mode(rows: list[Row], notes: Notes) -> dict[int, Row]:
    """The first mode of each job. Lines of further modes are shorter: they do not name their job."""
    found: dict[int, Row] = {}
    width = len(rows[0]) if rows else 0
    for row in rows:
        if len(row) < 3 or len(row) not in (width, width - 1):
            raise CannotRead(f"line {row.line}: expected job, mode, duration and requests, found {row}")
        if len(row) < width:
            notes.add(row.line, "not read: another mode of the job before")
        elif row[0] in found:
            notes.add(row.line, f"not read: job {row[0]} – its number is taken")
        else:
            found[row[0]] = row
    return found


def _before(relations: list[Row], jobs: Mapping[int, Row], notes: Notes) -> dict[int, tuple[int, ...]]:
    """The jobs that each job waits for."""
    found: dict[int, list[int]] = {}
    for row in relations:
        for after in row[3:]:
            if after not in jobs or row[0] not in jobs:
                notes.add(row.line, f"not read: job {after} waits for job {row[0]}, and one is not there")
            else:
                found.setdefault(after, []).append(row[0])
    return {job: tuple(waits) for job, waits in found.items()}


def _capacities(text: str) -> dict[int, int]:
    """The units of each renewable resource, which stand first, by its number."""
    rows = _rows(text, "RESOURCEAVAILABILITIES")
    renewable = re.search(r"- renewable\s*:\s*(\d{1,4})", text)
    count = int(renewable[1]) if renewable else None
    return dict(enumerate(rows[0][:count], 1)) if rows else {}


def _title(text: str) -> str:
    found = re.search(r"^file with basedata\s*:\s*(\S.*)$", text, re.MULTILINE)
    return found[1].strip() if found else ""


def _rows(text: str, title: str) -> list[Row]:
    """The lines of a section that hold nothing but numbers. Raises `CannotRead` if there is none."""
    at = text.find(f"{title}:")
    if at < 0:
        raise CannotRead(f"expected a section '{title}', found none")
    first = text.count("\n", 0, at) + 1
    found = []
    for number, line in enumerate(text[at:].split("\n***", 1)[0].split("\n"), first):
        if _NUMBERS.fullmatch(line.strip()):
            row = Row(map(int, line.split()))
            row.line = number
            found.append(row)
    return found
