"""Levelling of a book: which projects, one question for each group of them, and what comes of it."""

from collections.abc import Callable, Iterator, Sequence

from handbook.planning.levelling.groups import groups
from handbook.planning.levelling.outcome import Outcome, outcome
from handbook.planning.levelling.problem import problem
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.schedule.levelling import Levelled, Levelling

Solve = Callable[[Levelling], Levelled]


def level(
    book: Book, asked: Sequence[str], solve: Solve, seed: int = 0, accepted: Plans | None = None
) -> Iterator[Outcome]:
    """The levelled schedules of open projects, or of those asked for and all that share their people.

    One outcome for each group of projects in which somebody has something to do. ``solve`` answers the
    question of a group; ``seed`` is what it was told. Starts of ``accepted`` plans are kept where they can
    be; they are those of the book, or of one that it was made from by some changes.
    """
    free, now = Plans(book, levelled=False), accepted or Plans(book)
    for projects in groups(book, free, asked):
        found = problem(book, projects, free, now)
        if found is not None:
            yield outcome(book, projects, found, solve(found.levelling), (free, now), seed)
