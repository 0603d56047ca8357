"""The names of days that are marked by lines: each beside its own, clear of other lines and names.

Names stand in rows above the picture, and a line begins in the row of its name, so that it passes beneath the
names in the rows above.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from handbook.views.drawings.axis import Axis
from handbook.views.drawings.measure import width

_SIZE, _AIR = 12.0, 4.0


class Marked(NamedTuple):
    """A day with a line through the picture, and its name at the top."""

    day: date
    name: str


class DayName(NamedTuple):
    """The name of a marked day: where it begins or ends, in which row, and where its line is."""

    text: str
    x: float
    row: int
    anchor: str
    line: float


class _Room(NamedTuple):
    """What a name takes across, with air, beside its line; left of it or right of it."""

    text: str
    line: float
    is_left: bool

    @property
    def begin(self) -> float:
        return self.line - self._across if self.is_left else self.line

    @property
    def end(self) -> float:
        return self.line if self.is_left else self.line + self._across

    @property
    def _across(self) -> float:
        return width(self.text, _SIZE) + 2 * _AIR

    def covers(self, line: float) -> bool:
        return self.begin <= line <= self.end

    def meets(self, other: "_Room") -> bool:
        return self.begin <= other.end and other.begin <= self.end


def day_names(marked: Sequence[Marked], axis: Axis) -> list[DayName]:
    """The names of marked days in the fewest rows that keep them clear of each other, by day."""
    rooms = _rooms(marked, axis)
    lefts = [room for room in reversed(rooms) if room.is_left]
    rows: list[tuple[_Room, int]] = []
    for room in (*lefts, *(one for one in rooms if not one.is_left)):
        rows.append((room, _row(room, rows)))
    return [_placed(room, row) for room, row in sorted(rows, key=lambda one: one[0].line)]


def _rooms(marked: Sequence[Marked], axis: Axis) -> list[_Room]:
    """Names right of their lines; left where the picture ends, or a name that is left of its line begins."""
    found: list[_Room] = []
    for one in sorted(marked, reverse=True):
        line = axis.at(one.day) + axis.per_day
        room = _Room(one.name, line, is_left=False)
        is_left = room.end > axis.right or any(other.is_left and room.covers(other.line) for other in found)
        found.append(room._replace(is_left=is_left))
    return found[::-1]


def _row(room: _Room, placed: Sequence[tuple[_Room, int]]) -> int:
    """The first row below all names that are above the line of this one, where no other name stands."""
    row = max((row + 1 for other, row in placed if other.covers(room.line)), default=0)
    taken = {at for other, at in placed if other.meets(room)}
    return next(at for at in range(row, row + len(taken) + 1) if at not in taken)


def _placed(room: _Room, row: int) -> DayName:
    x = room.line - _AIR if room.is_left else room.line + _AIR
    return DayName(room.text, x, row, "end" if room.is_left else "", room.line)
