"""Jobs that may be paused, as chains of pieces: to the rest of levelling a piece is an activity like another.

A job is cut into up to `MOST_PIECES` pieces of whole minimum pieces each, all done in the same way. Pieces
that
follow each other without a pause are one again in the result. What has begun, is elapsed, has a hard date or
is as late as possible, or has its finish bound by a link or date, is done in one go.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from handbook.schedule.levelling.problem import Job, Levelling
from handbook.schedule.network import Activity, ConstraintType, Link
from handbook.schedule.progress import progress

MOST_PIECES = 8

_PAUSABLE = {ConstraintType.ASAP, ConstraintType.SNET}


@dataclass(frozen=True, slots=True)
class Piece:
    """The key of a piece that is not the first of its activity."""

    activity: int
    number: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A levelling in which paused jobs are chains.

    Attributes:
        problem: the levelling; activities keep their indexes, pieces after the first come behind them.
        chains: index of an activity that is cut -> indexes of its pieces, itself the first.
    """

    problem: Levelling
    chains: dict[int, tuple[int, ...]]

    @property
    def leaders(self) -> dict[int, int]:
        """Index of a piece after the first -> index of its activity."""
        return {piece: at for at, chain in self.chains.items() for piece in chain[1:]}


def cut(problem: Levelling, possible: Collection[int]) -> Cut:
    """Cut all jobs, of those that are possible, that may be paused and are long enough for two pieces."""
    activities = list(problem.network.activities)
    jobs = dict(problem.jobs)
    links: list[Link] = []
    chains: dict[int, tuple[int, ...]] = {}
    bound = {link.succ for link in problem.network.links if link.type.to_finish}
    for at, job in sorted(problem.jobs.items()):
        count = 0 if at in bound or at not in possible else _count(activities[at], job)
        if count > 1:
            chains[at] = (at, *range(len(activities), len(activities) + count - 1))
            parts = _parts(job, count)
            activities += [
                replace(
                    activities[at], key=Piece(at, number), constraint=ConstraintType.ASAP, constraint_at=None
                )
                for number in range(1, count)
            ]
            jobs.update(zip(chains[at], parts, strict=True))
            links += [Link(*pair) for pair in zip(chains[at], chains[at][1:], strict=False)]
    if not chains:
        return Cut(problem, {})
    moved = [
        replace(link, pred=chains[link.pred][-1]) if link.pred in chains and link.type.from_finish else link
        for link in problem.network.links
    ]
    network = replace(problem.network, activities=tuple(activities), links=(*moved, *links))
    return Cut(replace(problem, network=network, jobs=jobs), chains)


def _count(activity: Activity, job: Job) -> int:
    """Into how many pieces a job can be cut."""
    if job.minimum_piece is None or activity.elapsed or activity.constraint not in _PAUSABLE:
        return 0
    if progress(activity) is not None:
        return 0
    return min(MOST_PIECES, *(choice.duration // job.minimum_piece for choice in job.choices))


def _parts(job: Job, count: int) -> list[Job]:
    """The jobs of the pieces: whole minimum pieces, and the last takes what is left over."""
    minimum = job.minimum_piece or 1
    shares = [choice.duration // minimum for choice in job.choices]
    parts = []
    for number in range(count):
        choices = []
        for choice, share in zip(job.choices, shares, strict=True):
            first, after = share * number // count, share * (number + 1) // count
            length = (after - first) * minimum
            if number == count - 1:
                length += choice.duration - share * minimum
            choices.append(replace(choice, duration=length))
        start = None if number else job.previous_start
        parts.append(replace(job, choices=tuple(choices), minimum_piece=None, previous_start=start))
    return parts
