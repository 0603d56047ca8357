"""A backlog and its items in full."""

from collections.abc import Iterator

from handbook.analysis.words import capital, figure
from handbook.records.kinds.backlog import Backlog
from handbook.records.kinds.backlog_item import BacklogItem
from handbook.views.block.block import Block
from handbook.views.block.inline import Phrase
from handbook.views.dates import dated
from handbook.views.detail.common import ending, pairs, text
from handbook.views.naming import all_named, named, owner
from handbook.views.values import number
from handbook.views.view import Ground


def backlog_in_full(ground: Ground, backlog: Backlog, heading_level: int) -> Iterator[Block]:
    """Everything that the record of a backlog says."""
    wanted, limit = backlog.expectation, backlog.wip_limit
    expected: Phrase = (f"{wanted.share:.0%} within {figure(wanted.days, 'day')}",) if wanted else ()
    yield from pairs(
        (
            ("Counted in", text(backlog.unit)),
            ("Contributes to", (named(ground, backlog.for_, backlog.project),) if backlog.for_ else ()),
            ("In progress at most", (figure(limit, "item"),) if limit else ()),
            ("Expected", expected),
            ("Owner", owner(ground, backlog)),
        )
    )
    yield from ending(ground, backlog, heading_level)


def backlog_item_in_full(ground: Ground, item: BacklogItem, heading_level: int) -> Iterator[Block]:
    """Everything that the record of an item says."""
    on = ground.status_date
    yield from pairs(
        (
            ("Type", text(capital(item.type))),
            ("Size", text(number(item.size))),
            ("Iteration", all_named(ground, item.iteration, item.project)),
            ("Contributes to", (named(ground, item.for_, item.project),) if item.for_ else ()),
            ("Added", dated(item.added, on)),
            ("Started", dated(item.started, on)),
            ("Finished", dated(item.finished, on)),
            ("Taken out", dated(item.removed, on)),
            ("Owner", owner(ground, item)),
        )
    )
    yield from ending(ground, item, heading_level)
