"""The outcome of levelling in words, and as plain data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handbook.analysis.words import dated, figure
from handbook.cli.columns import in_columns
from handbook.planning.levelling.outcome import Move, Outcome
from handbook.planning.wording import title
from handbook.records.book import Book
from handbook.records.kinds.role import Role

UNAVAILABLE = "levelling needs OR-Tools \u2013 run: pip install 'mkdocs-project-handbook[levelling]'"

_FINISHES = ("project", "by links alone", "now", "levelled", "days")
_MOVES = ("task", "title", "now", "levelled", "days", "who")


def told(outcome: Outcome) -> Iterator[str]:
    """The outcome as text: finishes, what moves, who waits for whom, and how sure that is."""
    rows = [
        (one.project, f"{one.unlevelled}", f"{one.before}", f"{one.after}", _signed(one.days))
        for one in outcome.finishes
    ]
    yield in_columns(_FINISHES, rows, {"days"})
    yield ""
    if outcome.moves:
        yield f"{figure(len(outcome.moves), 'task')} to move:"
        yield in_columns(_MOVES, [_row(outcome.book, one) for one in outcome.moves], {"days"})
    else:
        yield "nothing moves"
    if outcome.waits:
        yield f"\n{figure(len(outcome.waits), 'task')} waiting for somebody who is busy:"
        for entry in outcome.waits:
            yield f"{entry.record.address}: {entry.driver.text if entry.driver else ''}"
    yield from ("", sure(outcome), *(f"note: {note}" for note in outcome.notes))


def sure(outcome: Outcome) -> str:
    """How good the schedule is known to be."""
    if outcome.proven:
        return "proven: no schedule finishes earlier"
    return f"the best found: perhaps a better one exists, but none finishes before {dated(outcome.bound)}"


def data(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Outcomes as plain data: dates in ISO 8601, days in working days, shares of full time."""
    return [
        {
            "projects": list(one.projects),
            "proven": one.proven,
            "bound": one.bound.isoformat(),
            "finishes": [
                {
                    "project": finish.project,
                    "by_links_alone": finish.unlevelled and finish.unlevelled.isoformat(),
                    "now": finish.before and finish.before.isoformat(),
                    "levelled": finish.after and finish.after.isoformat(),
                    "days": finish.days,
                }
                for finish in one.finishes
            ],
            "moves": [
                {
                    "task": move.task.address,
                    "title": title(move.task),
                    "now": move.before.isoformat(),
                    "levelled": move.after.isoformat(),
                    "days": move.days,
                    "by": dict(move.doers),
                    "instead_of": dict(move.instead_of),
                }
                for move in one.moves
            ],
            "waits": [
                {"task": entry.record.address, "for": entry.driver.address, "text": entry.driver.text}
                for entry in one.waits
                if entry.driver
            ],
            "notes": list(one.notes),
        }
        for one in outcomes
    ]


def _row(book: Book, move: Move) -> tuple[str, ...]:
    who = _who(book, move.doers)
    if move.doers != move.instead_of:
        who = f"{who} instead of {_who(book, move.instead_of)}"
    days = _signed(move.days)
    return (move.task.address, title(move.task), f"{move.before}", f"{move.after}", days, who)


def _who(book: Book, doers: Mapping[str, float]) -> str:
    return ", ".join(f"{_name(book, name)} {share:.0%}" for name, share in doers.items()) or "nobody"


def _name(book: Book, name: str) -> str:
    """What somebody is called; of a role its holder."""
    found = book.find(name, None, ("person", "role", "team"))
    if isinstance(found, Role) and found.holder:
        found = book.find(found.holder, None, ("person",)) or found
    return found.label if found else name


def _signed(days: int) -> str:
    return f"{days:+d}" if days else "0"
