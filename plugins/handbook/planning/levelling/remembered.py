"""Answers of levelling that a memory keeps, so that the same question is solved once."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any

from handbook.planning.levelling.level import Solve
from handbook.planning.memory import Form, Memory, key_of
from handbook.schedule import WorkingCalendar
from handbook.schedule.digest import digest
from handbook.schedule.instants import instant
from handbook.schedule.levelling import Job, Levelled, Levelling, Overload, Resource, Shortage

_LAST = instant(date.max, 0)


def remembered(solve: Solve, memory: Memory, told: Sequence[object]) -> Solve:
    """The same solver, which asks a memory first; ``told`` is all that it goes by beside the question.

    Answers are kept without what no schedule is made of: who waited for whom, and conflicts.
    """

    def ask(question: Levelling) -> Levelled:
        key = key_of("levelling", _facts(question), list(told))
        form = Form(_plain, lambda data: _sound(question, _read(data)))
        return memory.once(key, lambda: replace(solve(question), waits=(), conflicts=()), form)

    return ask


def _facts(question: Levelling) -> list[object]:
    """All that the answer to a question depends on, as plain data."""
    return [
        digest(question.network, question.project_start, question.status),
        [_resource(one) for one in question.resources],
        [(at, _job(one)) for at, one in sorted(question.jobs.items())],
        sorted(question.projects.items()),
    ]


def _resource(one: Resource) -> list[object]:
    away = [(each.start, each.finish, each.units) for each in one.absences]
    return [str(one.key), _calendar(one.calendar), one.capacity, away]


def _job(one: Job) -> list[object]:
    ways = [(each.demands, each.duration, each.calendar and _calendar(each.calendar)) for each in one.choices]
    return [ways, one.priority, one.minimum_piece, one.previous_start, one.previous_choice]


def _calendar(one: WorkingCalendar) -> list[object]:
    return [one.week, sorted(one.exceptions.items())]


def _plain(found: Levelled) -> dict[str, Any]:
    return {
        "start": found.start,
        "finish": found.finish,
        "choice": sorted(found.choice.items()),
        "pieces": sorted(found.pieces.items()),
        "project_finish": found.project_finish,
        "bound": found.bound,
        "proven": found.proven,
        "moved": found.moved,
        "shortages": [(one.activity, one.resource, one.wanted, one.capacity) for one in found.shortages],
        "overloads": [
            (one.resource, one.start, one.finish, one.units, one.capacity, one.activities)
            for one in found.overloads
        ],
    }


def _read(data: Any) -> Levelled:
    return Levelled(
        start=tuple(map(int, data["start"])),
        finish=tuple(map(int, data["finish"])),
        choice={int(at): None if way is None else int(way) for at, way in data["choice"]},
        pieces={int(at): tuple((int(a), int(b)) for a, b in pieces) for at, pieces in data["pieces"]},
        project_finish=int(data["project_finish"]),
        bound=int(data["bound"]),
        proven=bool(data["proven"]),
        moved=tuple(map(int, data["moved"])),
        shortages=tuple(
            Shortage(_key(activity), _key(resource), int(wanted), int(capacity))
            for activity, resource, wanted, capacity in data["shortages"]
        ),
        overloads=tuple(
            Overload(
                _key(resource), int(start), int(finish), int(units), int(capacity), tuple(map(_key, names))
            )
            for resource, start, finish, units, capacity, names in data["overloads"]
        ),
    )


def _sound(question: Levelling, found: Levelled) -> Levelled:
    """An answer that can be one to this question. Raises `ValueError` for any other."""
    instants = (*found.start, *found.finish, *(at for piece in found.pieces.values() for at in chain(*piece)))
    keys = question.network.index.keys()
    named = chain((one.activity for one in found.shortages), *(one.activities for one in found.overloads))
    if not (
        len(found.start) == len(found.finish) == len(question.network.activities)
        and all(0 <= one <= _LAST for one in (*instants, found.bound))
        and found.choice.keys() | found.pieces.keys() <= question.jobs.keys()
        and all(way is None or 0 <= way < len(question.jobs[at].choices) for at, way in found.choice.items())
        and all(one in keys for one in named)
    ):
        raise ValueError("an answer to another question")
    return found


def _key(data: Any) -> Hashable:
    """A key as it was: JSON knows no tuples."""
    return tuple(map(_key, data)) if isinstance(data, list) else data
