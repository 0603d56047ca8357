"""The text of a plan: tasks and milestones inside each other, one line for each that has nothing inside."""

from collections.abc import Iterator, Mapping

from handbook.exchange.editing.writing import STEP, record_lines
from handbook.exchange.formatting.order import field_order
from handbook.exchange.plans.recording.tasks import TaskRecords
from handbook.records.kind import kinds

_Inside = Mapping[str, list[str]]


def plan_text(tasks: TaskRecords, head: str) -> str:
    """The text of ``plan.yml``."""
    inside: dict[str, list[str]] = {}
    for key, parent in tasks.ids.parents.items():
        inside.setdefault(parent, []).append(key)
    return "\n".join([head, *_parts("", inside, tasks, 0), ""])


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
    kind = kinds()["milestone" if key in tasks.milestones else "task"]
    order = list(field_order(kind))
    fields = dict(sorted(tasks.fields[key].items(), key=lambda field: order.index(field[0])))
    yield from record_lines(tasks.ids.words[key], fields, indent, in_one=key not in inside)
    yield from _parts(key, inside, tasks, indent + STEP)
