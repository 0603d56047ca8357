"""What a picture of amounts over time shows: lines, areas, boxes, dots, levels and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from handbook.views.drawings.day_names import Marked

Sort = Literal["done", "scope", "ideal", "expected", "waiting", "at-work", "spent"]
"""What a line or area stands for, which tells its look."""


class Spot(NamedTuple):
    """An amount at the end of a day."""

    day: date
    amount: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from day to day; a ``filled`` one is an area, from ``floor`` or from the axis up.

    A ``stepped`` line keeps its height until it changes: what is counted does not grow in between. Its
    ``name`` stands where it ends, that of an area where the area is high enough.
    """

    spots: Sequence[Spot]
    sort: Sort
    filled: bool = False
    floor: Sequence[Spot] = ()
    stepped: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """One event: on which day, at which height; a ``strong`` one is in trouble."""

    day: date
    amount: float
    tip: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An amount that belongs to a span of days."""

    first: date
    last: date
    amount: float
    tip: str = ""


class Level(NamedTuple):
    """A height across the picture, with its name at the right end."""

    amount: float
    name: str


@dataclass(frozen=True, slots=True)
class Curves:
    """What the picture shows; ``first`` and ``last`` are the days at its ends, ``unit`` what is counted.

    Boxes stand on the scale of the amounts, or where ``tallest`` is given on their own: the greatest of them
    then takes that share of the height, pale behind the lines.
    """

    title: str
    description: str
    first: date
    last: date
    unit: str
    curves: Sequence[Curve] = ()
    boxes: Sequence[Box] = ()
    dots: Sequence[Dot] = ()
    levels: Sequence[Level] = ()
    marked: Sequence[Marked] = ()
    status_date: date | None = None
    name: str = "curves"
    tallest: float = 0.0

    @property
    def passed(self) -> float:
        """How much of the status date has passed: all of it where a line counts until its end."""
        ends = {curve.spots[-1].day for curve in self.curves if curve.spots}
        return 1.0 if self.status_date in ends else 0.5

    @property
    def most(self) -> float:
        """The greatest amount; never nothing."""
        amounts = [spot.amount for curve in self.curves for spot in curve.spots]
        amounts += [one.amount for one in self.dots]
        amounts += [] if self.tallest else [one.amount for one in self.boxes]
        amounts += [level.amount for level in self.levels]
        return max(amounts, default=0.0) or 1.0
