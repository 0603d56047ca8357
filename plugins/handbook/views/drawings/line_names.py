"""Names of lines, each written where its line ends, clear of all lines and of the other names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import Literal, NamedTuple

from handbook.views.drawings.measure import width

_SIZE, _HIGH, _APART = 12.0, 12.0, 6.0
_STEP = 3.0
"""A line is looked at in steps of so many pixels."""

_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}

Line = Sequence[tuple[float, float]]


class Ending(NamedTuple):
    """Where a line ends, and what it is called."""

    name: str
    x: float
    y: float
    sort: str = ""


class Frame(NamedTuple):
    """What names stay within."""

    left: float
    top: float
    right: float
    bottom: float


class Placed(NamedTuple):
    """A name with its place; ``anchor`` tells which part of it stands there, as in SVG."""

    ending: Ending
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]

    @property
    def left(self) -> float:
        """Where its first letter stands."""
        return self.x - width(self.ending.name, _SIZE) * _BEFORE[self.anchor]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom


_PLACES = (
    (1, 4.0),
    (1, 17.0),
    (0, -7.0),
    (1, -7.0),
    (-1, -7.0),
    (-1, 17.0),
    (1, 30.0),
    (1, -20.0),
    (-1, -20.0),
    (-1, 30.0),
)
"""Right of the end, beneath and over it, left of it: the first one that is free is taken."""
_ANCHORS: dict[int, Literal["start", "middle", "end"]] = {1: "start", 0: "middle", -1: "end"}


def placed(endings: Sequence[Ending], lines: Sequence[Line], frame: Frame) -> Iterator[Placed]:
    """Each name at the first place that is free, or at the one that covers least."""
    points = [point for line in lines for point in _along(line)]
    taken: list[_Box] = []
    for ending in sorted(endings, key=lambda one: (one.y, one.x)):
        sides = [_place(ending, side, down) for side, down in _PLACES]
        boxes = [_box(place) for place in sides]
        costs = [_covered(box, points, taken, frame) for box in boxes]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        yield sides[best]


def _place(ending: Ending, side: int, down: float) -> Placed:
    return Placed(ending, ending.x + side * _APART, ending.y + down, _ANCHORS[side])


def _box(one: Placed) -> _Box:
    right = one.left + width(one.ending.name, _SIZE)
    return _Box(one.left, one.y - _HIGH + 2, right, one.y + 2)


def _covered(box: _Box, points: Sequence[tuple[float, float]], taken: Sequence[_Box], frame: Frame) -> float:
    """How much a name would cover: what is outside weighs most, then other names, then lines."""
    inside = frame.left <= box.left and box.right <= frame.right
    inside = inside and frame.top <= box.top and box.bottom <= frame.bottom
    names = sum(box.meets(other) for other in taken)
    return (0 if inside else 10_000) + 1_000 * names + sum(box.holds(x, y) for x, y in points)


def _along(line: Line) -> Iterator[tuple[float, float]]:
    """Points close to each other on a line."""
    for (x1, y1), (x2, y2) in pairwise(line):
        steps = max(1, ceil(hypot(x2 - x1, y2 - y1) / _STEP))
        for at in range(steps + 1):
            yield x1 + (x2 - x1) * at / steps, y1 + (y2 - y1) * at / steps
