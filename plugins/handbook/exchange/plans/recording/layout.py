"""The text of a plan: tasks and milestones inside each other, one line for each that has nothing inside."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from handbook.exchange.editing.writing import STEP, field_lines, record_lines
from handbook.exchange.formatting.order import field_order
from handbook.exchange.plans.notes import Notes
from handbook.exchange.plans.recording.tasks import TaskRecords
from handbook.loading.limits import Limits
from handbook.records.kind import kinds

_Inside = Mapping[str, list[str]]


def plan_files(tasks: TaskRecords, head: str, notes: Notes) -> dict[str, str]:
    """The texts of the files of a plan, by their paths in the project's folder.

    It is one file unless that is more than is read of a file: then each outermost task that has others inside
    stands in a file of its own.
    """
    inside: dict[str, list[str]] = {}
    for key, parent in tasks.ids.parents.items():
        inside.setdefault(parent, []).append(key)
    text = "\n".join([head, *_parts("", inside, tasks, 0), ""])
    if len(text.encode()) <= Limits().file_bytes:
        return {"plan.yml": text}
    notes.add(0, "it is too large for one file: outermost tasks stand in 'tasks/', in order of names")
    apart = [key for key in inside[""] if key in inside]
    files = {f"tasks/{tasks.ids.ids[key]}.md": _own_file(key, inside, tasks) for key in apart}
    inside[""] = [key for key in inside[""] if key not in inside]
    rest = {"plan.yml": "\n".join([head, *_parts("", inside, tasks, 0), ""])} if inside[""] else {}
    return rest | files


def _own_file(key: str, inside: _Inside, tasks: TaskRecords) -> str:
    """The text of a task that stands in a file of its own."""
    fields = [line for name, value in _ordered(key, tasks).items() for line in field_lines(name, value)]
    return "\n".join(["---", *fields, *_parts(key, inside, tasks, 0), "---", ""])


def _parts(parent: str, inside: _Inside, tasks: TaskRecords, indent: int) -> Iterator[str]:
    """The lines of all that is inside a task, or at the top."""
    keys = inside.get(parent, [])
    for name, is_milestone in (("tasks", False), ("milestones", True)):
        chosen = [key for key in keys if (key in tasks.milestones) is is_milestone]
        if chosen:
            yield f"{' ' * indent}{name}:"
        for key in chosen:
            yield from _lines(key, inside, tasks, indent + STEP)


def _lines(key: str, inside: _Inside, tasks: TaskRecords, indent: int) -> Iterator[str]:
    """The lines of a task: its fields in their order, then what is inside."""
    fields = _ordered(key, tasks)
    yield from record_lines(tasks.ids.words[key], fields, indent, in_one=key not in inside)
    yield from _parts(key, inside, tasks, indent + STEP)


def _ordered(key: str, tasks: TaskRecords) -> dict[str, Any]:
    order = _order("milestone" if key in tasks.milestones else "task")
    return dict(sorted(tasks.fields[key].items(), key=lambda field: order[field[0]]))


@cache
def _order(kind: str) -> Mapping[str, int]:
    return {name: at for at, name in enumerate(field_order(kinds()[kind]))}
