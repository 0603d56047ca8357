"""Baselines of a project in order of time, and which approved change requests they contain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.records.book import Book
from handbook.records.kinds.baseline import Baseline, BaselineEntry
from handbook.records.kinds.change import Change


def baselines(book: Book, project: str) -> tuple[Baseline, ...]:
    """The baselines of a project up to the status date, the oldest first."""
    taken = (one for one in book.of(Baseline, project) if one.date <= book.status_date)
    return tuple(sorted(taken, key=lambda one: (one.date, one.id.casefold())))


@dataclass(frozen=True, slots=True)
class Agreed:
    """What one baseline says, by the ids of tasks and milestones in lower case."""

    baseline: Baseline
    entries: Mapping[str, BaselineEntry]

    @classmethod
    def by(cls, baseline: Baseline) -> "Agreed":
        """What a baseline says."""
        return cls(baseline, {name.casefold(): entry for name, entry in baseline.entries.items()})

    def entry(self, id_: str) -> BaselineEntry | None:
        """What it says of a task or milestone; None if it does not know it."""
        return self.entries.get(id_.casefold())


def latest_baseline(book: Book, project: str) -> Baseline | None:
    """The baseline that holds on the status date; None if none was taken."""
    return next(reversed(baselines(book, project)), None)


def approved_changes(book: Book, project: str) -> Iterator[Change]:
    """The change requests of a project that are approved on the status date, in the order of deciding.

    One without a date counts as decided before all others.
    """
    found = [
        change
        for change in book.of(Change, project)
        if change.decision == "approved" and (change.decided is None or change.decided <= book.status_date)
    ]
    yield from sorted(found, key=lambda change: change.decided.toordinal() if change.decided else 0)


def is_in_a_baseline(book: Book, change: Change) -> bool:
    """Whether a change request says which baseline contains it, or a baseline says that it does."""
    if change.applied_in:
        return True
    return any(
        book.find(name, one.project, ("change",)) is change
        for one in book.of(Baseline, change.project or "")
        for name in one.changes
    )


def approved_for(book: Book, baseline: Baseline) -> Iterator[Change]:
    """The approved change requests that led to a baseline: that it names, or that say so themselves."""
    for change in approved_changes(book, baseline.project or ""):
        named = (book.find(name, baseline.project, ("change",)) for name in baseline.changes)
        told = change.applied_in and book.find(change.applied_in, baseline.project, (Baseline.kind,))
        if told is baseline or any(one is change for one in named):
            yield change


def differing(before: Baseline, after: Baseline) -> tuple[str, ...]:
    """The ids of which two baselines differ: in dates, effort or cost, or known to one of them only.

    The forecast of a milestone is nothing that was agreed.
    """
    said, now = Agreed.by(before).entries, Agreed.by(after).entries
    return tuple(id_ for id_ in {**said, **now} if _fixed(said.get(id_)) != _fixed(now.get(id_)))


def _fixed(entry: BaselineEntry | None) -> object:
    return None if entry is None else (entry.start, entry.finish, entry.effort, entry.cost)


def remembered(book: Book, project: str) -> frozenset[str]:
    """The ids, in lower case, of work that a baseline had or an approved change took away."""
    had = (name for one in baselines(book, project) for name in one.entries)
    taken = (name for change in approved_changes(book, project) for name in change.removes)
    return frozenset(name.casefold() for name in (*had, *taken))
