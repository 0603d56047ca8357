"""The levelled schedule that was accepted for a project, as far as its plan can follow it."""

from collections.abc import Iterator, Mapping

from handbook.planning.breakdown import Breakdown
from handbook.planning.ties import Tie
from handbook.records.book import Book
from handbook.records.kinds.levelled import Levelled, LevelledEntry
from handbook.records.kinds.task import Task
from handbook.records.types.dependency import Dependency


def accepted(book: Book, project: str) -> Mapping[str, LevelledEntry]:
    """The entries of the levelled schedule of a project, by the ids of tasks in lower case."""
    found = next(iter(book.of(Levelled, project)), None)
    return {id_.casefold(): entry for id_, entry in found.entries.items()} if found else {}


def begun(entries: Mapping[str, LevelledEntry], work: Breakdown) -> Mapping[str, LevelledEntry]:
    """The entries of work that has begun, without pauses: who does it is settled, whatever comes."""
    names = {item.id.casefold() for item in work.items if isinstance(item, Task) and not _is_open(item)}
    return {
        id_: entry.model_copy(update={"pieces": (), "behind": {}})
        for id_, entry in entries.items()
        if id_ in names
    }


def waits_for_people(book: Book, work: Breakdown, entries: Mapping[str, LevelledEntry]) -> Iterator[Tie]:
    """The ties by which tasks wait for others because the same people do them.

    Work that has begun waits for nobody, and nobody waits for work that is done.
    """
    for at, item in enumerate(work.items):
        entry = entries.get(item.id.casefold()) if isinstance(item, Task) else None
        if entry is None or at in work.summaries or not _is_open(item):
            continue
        for name, parties in entry.behind.items():
            target = book.find(name, work.project, ("task",))
            if isinstance(target, Task) and target is not item and not target.finished:
                yield Tie(at, Dependency(name), target, _inside(work, target), parties)


def _is_open(item: object) -> bool:
    return isinstance(item, Task) and not (item.started or item.finished or item.progress)


def _inside(work: Breakdown, target: Task) -> int | None:
    is_own = (target.project or "").casefold() == work.project.casefold()
    return work.index.get(target.id.casefold()) if is_own else None
