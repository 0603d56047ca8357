"""Draws views in tests."""

from collections.abc import Iterable

from handbook.analysis.portfolio import Portfolio
from handbook.views.block.block import Block
from handbook.views.view import Ground, views

from tests.views.cases import Case


def drawn(name: str, case: Case, portfolio: Portfolio) -> tuple[Block, ...]:
    """The blocks of a view with options as they stand in a fence."""
    view = views()[name]
    return tuple(view.draw(Ground(portfolio, case.project), view.options.model_validate(case.options)))


def parts(block: Block) -> Iterable[Block]:
    """A block with all blocks inside it."""
    yield block
    for inner in getattr(block, "blocks", ()):
        yield from parts(inner)
