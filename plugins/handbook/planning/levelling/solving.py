"""The solver that a book asks for: limits and tolerance as its settings say."""

from handbook.planning.calendars import NORMAL, Calendars
from handbook.planning.horizon import horizon
from handbook.planning.levelling.level import Solve
from handbook.planning.levelling.remembered import remembered
from handbook.planning.memory import Memory
from handbook.planning.week import measure
from handbook.records.book import Book
from handbook.schedule.levelling import Levelled, Levelling


def solver(book: Book, seconds: int, seed: int, memory: Memory | None = None) -> Solve:
    """What answers a question of levelling in about so many ``seconds`` of computing time.

    A day of the tolerance is a normal day of the calendar of the settings. ``memory`` gives back an answer it
    knows.
    """
    settings = book.settings.schedule
    calendars = Calendars(book, horizon(book.status_date, ()))
    normal = measure(calendars.named(settings.calendar) or NORMAL)
    tolerance = settings.levelling.tolerance.minutes(normal.day, normal.week)

    def solve(question: Levelling) -> Levelled:
        # OR-Tools takes a second to load, which only levelling should pay.
        from handbook.schedule.levelling.level import level

        return level(question, seconds=seconds, seed=seed, tolerance=tolerance)

    return remembered(solve, memory, (seconds, seed, tolerance)) if memory else solve
