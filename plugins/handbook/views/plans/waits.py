"""What projects wait for from each other: the links of their plans that leave the project."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.planning.plan import Entry
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.views.view import Ground


class Waiting(NamedTuple):
    """An entry of one plan that waits for an entry of another."""

    entry: Entry
    awaited: Entry


def waits(ground: Ground, charter: Project) -> Iterator[Waiting]:
    """Everything in the plan of a project that waits for another project, in the order of the plan."""
    for entry in ground.portfolio.plan(charter.id).entries:
        for link in entry.record.after:
            found = ground.book.find(link.target, charter.id, ("task", "milestone"))
            if (
                isinstance(found, Task | Milestone)
                and found.project
                and found.project != entry.record.project
            ):
                awaited = ground.portfolio.plan(found.project).entry(found)
                if awaited is not None:
                    yield Waiting(entry, awaited)
