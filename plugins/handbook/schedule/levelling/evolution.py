"""Better plans from good ones: a genetic algorithm over the order of work.

A child takes a run of nodes in a row from one parent and all others in the order of the other (a two-point
crossover of activity lists: Hartmann, "A competitive genetic algorithm for resource-constrained project
scheduling", 1998), a few nodes are displaced, and the plan is moved back and forth (Valls, Ballestín and
Quintanilla, "Justification and RCPSP: a technique that pays", 2005). The best of parents and children live
on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handbook.schedule.levelling.grid import Grid
from handbook.schedule.levelling.heuristic import Draft, Drafting

if TYPE_CHECKING:
    from numpy.random import Generator

SIZE = 20
"""Plans that live at a time; an even number."""

DISPLACED = 0.03
"""The share of nodes that are displaced in a child, by some places."""

PLACES = 6.0
"""How far: the standard deviation, in places."""

PLACINGS = 3
"""Times that each node is placed for one child: in order, back, and forth."""


def evolved(grid: Grid, best: Draft, bound: int, placed: int, seed: int) -> Iterator[Draft]:
    """The best plan after each generation, beginning with `best`; never a worse one than before.

    Args:
        grid: the grid.
        best: a plan to begin with.
        bound: no plan has less cost; at a plan of this cost it ends.
        placed: nodes to place, about; nothing is tried if that is not enough for some generations.
        seed: of chance.
    """
    from numpy.random import default_rng

    generations = placed // (SIZE * PLACINGS * max(1, len(grid.order)))
    if best.cost <= bound or generations < 4:
        yield best
        return
    breeding = _Breeding(grid, default_rng(seed))
    living = breeding.first(best)
    for _ in range(generations - 1):
        best = min(best, living[0], key=lambda draft: draft.cost)
        yield best
        if best.cost <= bound:
            return
        living = breeding.next(living)
    yield min(best, living[0], key=lambda draft: draft.cost)


class _Breeding:
    """Makes generations of plans."""

    def __init__(self, grid: Grid, chance: Generator) -> None:
        self.nodes = grid.order
        self.drafting = Drafting(grid)
        self.chance = chance

    def first(self, best: Draft) -> list[Draft]:
        """A plan, and others whose jobs are in the order of the work behind them, more or less."""
        tails = self.drafting.tails()
        living = [best]
        for _ in range(SIZE - 1):
            drawn = self.chance.standard_normal(len(self.nodes)) * (0.05 + 0.3 * self.chance.random())
            ranks = {node: -tails[node] * (1 + float(at)) for node, at in zip(self.nodes, drawn, strict=True)}
            living.append(self._placed(ranks, {}) or best)
        return self._best(living)

    def next(self, living: list[Draft]) -> list[Draft]:
        """The best of these and their children."""
        order = self.chance.permutation(len(living))
        children = []
        for one, other in zip(order[::2], order[1::2], strict=True):
            children += [self._child(living[one], living[other]), self._child(living[other], living[one])]
        return self._best(living + [child for child in children if child is not None])

    def _child(self, mother: Draft, father: Draft) -> Draft | None:
        count = len(self.nodes)
        width = int(self.chance.integers(count // 4, count // 2 + 1))
        start = int(self.chance.integers(0, count - width + 1))
        run = self._order(mother)[start : start + width]
        inside = set(run)
        rest = [node for node in self._order(father) if node not in inside]
        ranks = {node: float(at) for at, node in enumerate([*rest[:start], *run, *rest[start:]])}
        hit = self.chance.random(count) < DISPLACED
        places = self.chance.normal(0, PLACES, count)
        for number in hit.nonzero()[0]:
            ranks[self.nodes[number]] += float(places[number])
        wanted = {node: (mother if node in inside else father).ways[node] for node in father.ways}
        return self._placed(ranks, wanted)

    def _order(self, draft: Draft) -> list[int]:
        return sorted(self.nodes, key=lambda node: (draft.starts[node], draft.finishes[node], node))

    def _placed(self, ranks: dict[int, float], wanted: dict[int, int]) -> Draft | None:
        draft = self.drafting.place(lambda node: (ranks[node], node), wanted)
        return None if draft is None else self.drafting.justified(draft)

    def _best(self, drafts: list[Draft]) -> list[Draft]:
        """As many as can live, each but once as long as there are others; the first is the best."""
        different = {tuple(draft.starts[node] for node in self.nodes): draft for draft in reversed(drafts)}
        ranked = sorted(different.values(), key=lambda draft: (draft.cost, sum(draft.starts.values())))
        return (ranked * SIZE)[:SIZE] if len(ranked) < SIZE else ranked[:SIZE]
