"""The paths that are nearly as long as a driving chain, as a table."""

from collections.abc import Sequence

from handbook.analysis.explained.explanation import Explanation, NearPath
from handbook.analysis.explained.wording import days
from handbook.planning.breakdown import Item
from handbook.planning.wording import title
from handbook.views.block.block import Block, Column, Heading, Row, Table
from handbook.views.block.inline import Inline, Muted, Note, Phrase, Ref
from handbook.views.naming import WITHHELD, joined
from handbook.views.view import Ground

_PATHS = (Column("Work"), Column("Can slip by", "right"), Column("Joins at"))


def paths(ground: Ground, found: Explanation) -> tuple[Block, ...]:
    """The paths that come next, with their float to the date; nothing if there is only one."""
    if len(found.paths) < 2:
        return ()
    rows = [_path(ground, found, path) for path in found.paths[1:]]
    caption = f"Nearly as long: work that can slip by so much before {title(found.item)} does"
    return (Heading(("Nearly as long",), 3), Table(_PATHS, rows, caption))


def _path(ground: Ground, found: Explanation, path: NearPath) -> Row:
    return Row(
        (
            (
                *joined(((_name(one),) for one in path.items), " → "),
                *_project(ground, found, path.items[-1:]),
            ),
            (days(path.slack, found.day_minutes).replace(" ", "\u00a0"),),
            (_name(path.joins),) if path.joins else (),
        )
    )


def _project(ground: Ground, found: Explanation, last: Sequence[Item]) -> Phrase:
    """The project in which a path ends, if it is another one."""
    far = [one for one in last if one.project != found.item.project and not one.withheld]
    other = ground.book.project(far[0].project or "") if far else None
    return (Note(other.label),) if other else ()


def _name(item: Item) -> Inline:
    return Muted(WITHHELD) if item.withheld else Ref(item.address, item.label)
