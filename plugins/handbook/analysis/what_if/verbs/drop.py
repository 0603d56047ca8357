"""It is not done, with all that is inside it; what waited for it waits for what it waited for."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.edits import inside
from handbook.analysis.what_if.scene import Scene
from handbook.planning.breakdown import Item
from handbook.planning.wording import named, title
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.types.dependency import Dependency

FORM = "drop ITEM"


def edit(scene: Scene, item: Item) -> Edit:
    """The records without the item, and those that waited for it or its parts.

    A summary in which nothing is left goes with it.
    """
    entry = scene.plans[item.project or ""].entry(item)
    if entry is not None and entry.state == "done":
        state = "reached" if isinstance(item, Milestone) else "done"
        raise BadChange(f"{named(item)} is {state}: it cannot be left out", "name work that is open")
    item = _whole(scene.book, item)
    gone = {one.address.casefold(): one for one in (item, *inside(scene.book, item))}
    inherited = tuple(_waits(scene.book, item, gone))
    changed: list[Item] = []
    others: Iterable[Item] = chain(scene.book.of(Task), scene.book.of(Milestone))
    for other in others:
        kept = tuple(link for link in other.after if _target(scene.book, other, link) not in gone)
        if len(kept) < len(other.after) and other.address.casefold() not in gone:
            changed.append(other.model_copy(update={"after": (*kept, *inherited)}))
    return Edit(changed, gone.values())


def sentence(_on: date, item: Item) -> str:
    """What is changed, for a reader."""
    return f"{title(item)} is {'given up' if isinstance(item, Milestone) else 'not done'}"


def _whole(book: Book, item: Item) -> Item:
    """The item, or the outermost summary that has nothing else in it."""
    around = book.get(Task, item.parent, item.project) if item.parent else None
    if around is None or any(one is not item and one.parent == item.parent for one in inside(book, around)):
        return item
    return _whole(book, around)


def _waits(book: Book, item: Item, gone: dict[str, Item]) -> Iterator[Dependency]:
    """What an item, and each summary around it, waits for, addressed so that it is found from anywhere."""
    around: Item | None = item
    while around is not None:
        for link in around.after:
            found = book.find(link.target, around.project, ("task", "milestone"))
            if found is not None and found.address.casefold() not in gone:
                yield Dependency(found.address)
        around = book.get(Task, around.parent, item.project) if around.parent else None


def _target(book: Book, item: Item, link: Dependency) -> str:
    found = book.find(link.target, item.project, ("task", "milestone"))
    return found.address.casefold() if found else ""
