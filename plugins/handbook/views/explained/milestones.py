"""Why each milestone is on its date: the chain to it from the milestone that comes before on it."""

from collections.abc import Iterator
from dataclasses import replace

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.promise import Promise
from handbook.planning.settled import Settled
from handbook.planning.why.step import Why as Chain
from handbook.planning.why.why import why
from handbook.planning.wording import title
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.views.block.block import Block, Fold
from handbook.views.block.inline import Phrase, Why
from handbook.views.dates import day
from handbook.views.explained.answer import answer
from handbook.views.explained.chain import table
from handbook.views.links import explained
from handbook.views.view import Ground

CHAINS = "driving-chains"
"""The view that tells what makes the dates of all milestones of a project."""


def is_open(portfolio: Portfolio, milestone: Milestone) -> bool:
    """Whether a milestone has a date to come that can be explained."""
    entry = None if milestone.withheld else portfolio.plan(milestone.project or "").entry(milestone)
    return entry is not None and entry.state != "done"


def chains(ground: Ground, charter: Project) -> Iterator[Fold]:
    """The chain of each open milestone behind a line, to which dates of milestones lead."""
    shown = [one for one in ground.portfolio.promises(charter.id) if is_open(ground.portfolio, one.milestone)]
    known = frozenset(one.milestone.address for one in shown)
    for promise in shown:
        found = _chain(ground, promise.milestone, known)
        if found is not None:
            yield _fold(ground, promise, found)


def _chain(ground: Ground, milestone: Milestone, known: frozenset[str]) -> Chain | None:
    def settled(project: str) -> Settled | None:
        return ground.portfolio.settled(project) if ground.book.project(project) else None

    return why(ground.book, settled, milestone, known)


def _fold(ground: Ground, promise: Promise, found: Chain) -> Fold:
    on = ground.status_date
    said = answer(found, promise, on, is_named=False)
    blocks: list[Block] = [replace(said, phrase=(*said.phrase, *_before(ground, found)))]
    if len(found.steps) > 1:
        blocks.append(table(ground, found, on))
    address = promise.milestone.address
    return Fold((f"{title(promise.milestone)}: {day(found.on, on)}",), blocks, explained(address))


def _before(ground: Ground, found: Chain) -> Phrase:
    """The milestone that the chain was told back to, with the way to its own."""
    before = ground.book.find(found.cause.known, None, ("milestone",)) if found.cause.known else None
    return () if before is None else (" Before it: ", Why(before.address, before.label), ".")
