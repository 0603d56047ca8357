"""The ground: what the points of a schedule assessment are asked of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.planning.breakdown import Item
from handbook.planning.plan import Entry, Plan
from handbook.planning.settled import Settled
from handbook.planning.ties import Tie
from handbook.records.book import Book
from handbook.records.kinds.baseline import Baseline
from handbook.records.kinds.task import Task


@dataclass(frozen=True)
class Ground:
    """One project: its plan, what that was made of, and the baseline that holds, if there is one."""

    book: Book
    plan: Plan
    settled: Settled
    baseline: Baseline | None = None

    @cached_property
    def work(self) -> tuple[Entry, ...]:
        """Tasks that are neither summary nor level of effort and take time, done or not."""
        return tuple(entry for entry in self.plan if _is_work(entry))

    @cached_property
    def base(self) -> tuple[Entry, ...]:
        """The base population of the assessment: the work that is not done (DCMA-EA PAM 200.1, 2012)."""
        return tuple(entry for entry in self.work if entry.state != "done")

    @cached_property
    def links(self) -> tuple[tuple[Entry, Tie], ...]:
        """The links into the base population, each with the entry that waits; no waits for busy people."""
        base = {id(entry.record): entry for entry in self.base}
        items = self.settled.draft.outline.work.items
        found = (
            (base.get(id(items[tie.successor])), tie) for tie in self.settled.draft.ties if not tie.people
        )
        return tuple((entry, tie) for entry, tie in found if entry is not None)

    def days(self, minutes: int) -> float:
        """Working minutes in working days."""
        return minutes / self.plan.day_minutes

    def upwards(self, entry: Entry) -> Iterator[Item]:
        """The record of an entry and the summary tasks around it: what is said of them holds for it."""
        yield entry.record
        name = entry.record.parent
        while name:
            around = self.plan.by_id.get(("task", name.casefold()))
            if around is not None:
                yield around.record
            name = name.rpartition(".")[0]


def _is_work(entry: Entry) -> bool:
    """Level of effort runs beside other work and is measured by the time that has passed."""
    task = entry.record
    return isinstance(task, Task) and not entry.summary and entry.work > 0 and task.measure != "effort"
