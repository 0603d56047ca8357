"""What reading a handbook gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.loading.allowances import Allowance
from handbook.loading.assemble import Kept
from handbook.loading.source import SealedSource, Source
from handbook.problems import Problem
from handbook.records.book import Book


@dataclass(frozen=True, slots=True)
class Loaded:
    """The book, all problems found on the way in order of their places, and the files.

    ``sources`` know places by file; read for an audience, they hold no text. ``allowances`` are the comments
    that allow a fault. ``kept`` are the records as they were written, if they were to be kept.
    """

    book: Book
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source | SealedSource]
    allowances: tuple[Allowance, ...]
    kept: tuple[Kept, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """The paths outside of records that were looked at, in order: what is there is part of the result."""
        return tuple(self.book.evidence)

    @property
    def is_fatal(self) -> bool:
        """Whether something is so wrong that nothing may be published."""
        return any(problem.fatal for problem in self.problems)
