"""The name of an area, written within it."""

from collections.abc import Sequence

from handbook.views.drawings.measure import width
from handbook.views.drawings.svg import text

_SIZE, _HIGH, _AIR = 12.0, 18.0, 4.0

Side = tuple[float, float, float]
"""Where on the axis an area is so high: x, and its upper and lower y."""


def area_name(name: str, sides: Sequence[Side], right: float, classes: str) -> str:
    """The name where there is most room for it; nothing where there is too little everywhere."""
    half = width(name, _SIZE) / 2 + _AIR
    reach = half + (sides[-1][0] - sides[0][0]) / max(1, len(sides) - 1)
    first, last = sides[0][0] + half, min(sides[-1][0], right) - half
    rooms = [
        (bottom - top, x, top)
        for x, _, _ in sides
        if first <= x <= last
        for top, bottom in [_within(sides, x - reach, x + reach)]
    ]
    room, x, top = max(rooms, default=(0.0, 0.0, 0.0))
    return text(x, top + room / 2 + 4, name, classes, "middle") if room >= _HIGH else ""


def _within(sides: Sequence[Side], left: float, right: float) -> tuple[float, float]:
    """The upper and the lower end of what is inside the area all the way."""
    near = [side for side in sides if left <= side[0] <= right]
    return max(top for _, top, _ in near), min(bottom for _, _, bottom in near)
