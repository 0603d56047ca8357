"""The work breakdown: what the project is made of, as a tree.

```handbook
view: wbs
depth: 2
```
"""

from collections.abc import Sequence

from pydantic import Field

from handbook.planning.plan import Entry
from handbook.records.kinds.project import Project
from handbook.views import view
from handbook.views.block.block import Block, Diagram, Outline
from handbook.views.block.inline import Muted, Phrase
from handbook.views.drawings.mermaid import Node, tree
from handbook.views.naming import label, ref
from handbook.views.view import Ground

SCOPE: view.Scope = "project"


class Options(view.Options):
    """How far the tree goes."""

    depth: int = Field(2, ge=1, le=6, description="How many levels of tasks are shown.")


def draw(ground: Ground, options: Options) -> Sequence[Block]:
    """The tree as a diagram and as a list; nothing without tasks."""
    charter = ground.charter(options)
    if charter is None:
        return ()
    entries = [
        entry
        for entry in ground.portfolio.plan(charter.id).entries
        if not entry.is_milestone and entry.depth < options.depth
    ]
    if not entries:
        return ()
    title = f"Work breakdown of {label(charter)}"
    return (Diagram(tree(_nodes(charter, entries)), title, _outline(ground, entries, 0, 0)[0]),)


def _nodes(charter: Project, entries: Sequence[Entry]) -> Sequence[Node]:
    root = Node(label(charter), 0)
    return (root, *(Node(label(entry.record), entry.depth + 1) for entry in entries))


def _outline(ground: Ground, entries: Sequence[Entry], number: int, depth: int) -> tuple[list[Outline], int]:
    """The points at a depth from the entry with a number on, and the number of the first entry after them."""
    points: list[Outline] = []
    while number < len(entries) and entries[number].depth >= depth:
        entry = entries[number]
        children, number = _outline(ground, entries, number + 1, depth + 1)
        done: Phrase = (Muted(f" {entry.progress:.0%} done"),) if entry.progress else ()
        points.append(Outline((ref(ground, entry.record), *done), children))
    return points, number
