"""A scenario: changes tried one after the other on a copy of the records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.change import BadChange, Edit
from handbook.analysis.what_if.scene import Scene
from handbook.analysis.what_if.words import Change, read_change
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.overlay import overlaid
from handbook.schedule import NoWorkingTime


@dataclass(frozen=True, slots=True)
class Relevelled:
    """How a scenario was levelled again.

    ``projects`` are the ids of those that were, ``fresh`` of those among them that had no levelled schedule:
    they share people with others. ``proven`` tells whether no schedule finishes earlier, ``bound`` the day
    before which they cannot all be finished, ``notes`` in words where people cannot be had.
    """

    projects: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    proven: bool = True
    bound: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """The portfolio as it is and as it would be, and the changes in between. Nothing was written.

    ``relevelled`` is None unless what would be was levelled again. ``idle`` is by address in lower case how
    many minutes of work that has begun are spent with waiting.
    """

    before: Portfolio
    after: Portfolio
    changes: tuple[Change, ...]
    relevelled: Relevelled | None = None
    idle: Mapping[str, int] = field(default_factory=dict)


def scenario(portfolio: Portfolio, texts: Sequence[str], project: str | None = None) -> Scenario:
    """What the portfolio would be with some changes; short addresses in them are those of a project.

    Raises:
        BadChange: one of them cannot be read or tried.
    """
    book, plans = portfolio.book, portfolio.plans
    changes = []
    idle: dict[str, int] = {}
    for text in texts:
        change = read_change(book, text, project)
        edit, book, plans = _tried(book, plans, change)
        changes.append(change)
        for address, minutes in edit.idle.items():
            idle[address] = idle.get(address, 0) + minutes
    return Scenario(portfolio, portfolio.variant(book, plans), tuple(changes), idle=idle)


def tried(book: Book, plans: Plans, change: Change) -> tuple[Book, Plans]:
    """A book and its plans with one change. Raises `BadChange` if it cannot be tried."""
    _, made, after = _tried(book, plans, change)
    return made, after


def _tried(book: Book, plans: Plans, change: Change) -> tuple[Edit, Book, Plans]:
    scene = Scene(book, plans)
    try:
        edit = change.verb.edit(scene, *change.operands)
        made = overlaid(book, edit.changed, edit.without, edit.counted)
        after = plans.variant(made)
        if change.verb.judge is not None:
            change.verb.judge(scene, Scene(made, after), *change.operands)
    except BadChange as bad:
        raise BadChange(f"'{change.text}': {bad.message}", bad.cure) from None
    except (OverflowError, NoWorkingTime):
        message = f"'{change.text}': there is no time for that before the year 10000"
        raise BadChange(message, "name a shorter time") from None
    return edit, made, after
