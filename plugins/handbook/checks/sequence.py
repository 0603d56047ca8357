"""Iterations in the order of their days."""

from collections.abc import Iterator
from itertools import pairwise

from handbook.records.book import Book
from handbook.records.kinds.iteration import Iteration


def in_sequence(book: Book, project: str) -> Iterator[tuple[Iteration, Iteration]]:
    """Each iteration of a project with the one that follows it, without those that end before they begin."""
    sound = [one for one in book.of(Iteration, project) if one.from_ <= one.to and not one.withheld]
    yield from pairwise(sorted(sound, key=lambda one: (one.from_, one.to)))
