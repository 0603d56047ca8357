"""The risk matrix: how many risks stand where, and where their responses bring them.

Numbers stand at the left of their cells, arrows run along the right and the lower edge: none covers a number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.views.drawings.marks import box
from handbook.views.drawings.measure import cut
from handbook.views.drawings.svg import d, group, path, svg, text

Place = tuple[int, int]
"""A cell: level of probability and level of impact, both counted from 1."""

_WIDE, _HIGH, _GAP, _LEFT, _TOP, _SIZE = 58.0, 38.0, 3.0, 76.0, 6.0, 11.0
_LANES = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """What the matrix shows.

    ``probability`` and ``impact`` are the names of the levels, the least first; ``colours`` and ``tips``
    belong to cells, ``counts`` tells how many risks stand in one; ``moves`` lead from cell to cell. A thick
    line parts the cells whose score is above ``appetite`` from the others.
    """

    title: str
    description: str
    probability: Sequence[str]
    impact: Sequence[str]
    colours: Mapping[Place, str]
    counts: Mapping[Place, int]
    tips: Mapping[Place, str]
    moves: Sequence[tuple[Place, Place]]
    appetite: int


def matrix(grid: Grid) -> str:
    """The matrix, probability upwards and impact to the right."""
    rows, columns = len(grid.probability), len(grid.impact)
    width, height = _LEFT + columns * (_WIDE + _GAP), _TOP + rows * (_HIGH + _GAP) + 36
    body = (
        *_names(grid, height),
        *(_cell(grid, (row, column)) for row in range(rows, 0, -1) for column in range(1, columns + 1)),
        path(_fence(grid), "hb-fence"),
        *(piece for number, move in enumerate(grid.moves) for piece in _move(grid, *move, number % _LANES)),
    )
    return svg(width, height, grid.title, grid.description, body, "matrix")


def key(place: Place) -> str:
    """The word by which the rows of a register belong to a cell."""
    return f"p{place[0]}i{place[1]}"


def _corner(grid: Grid, place: Place) -> tuple[float, float]:
    """The upper left corner of a cell."""
    row, column = place
    return _LEFT + (column - 1) * (_WIDE + _GAP), _TOP + (len(grid.probability) - row) * (_HIGH + _GAP)


def _names(grid: Grid, height: float) -> Iterator[str]:
    for row, name in enumerate(grid.probability, 1):
        y = _corner(grid, (row, 1))[1]
        yield text(_LEFT - 6, y + _HIGH / 2 + 4, cut(name, _SIZE, _LEFT - 22), "hb-axis", "end")
    for column, name in enumerate(grid.impact, 1):
        x = _corner(grid, (1, column))[0]
        yield text(x + _WIDE / 2, height - 22, cut(name, _SIZE, _WIDE + 2), "hb-axis", "middle")
    across = _LEFT + len(grid.impact) * (_WIDE + _GAP) / 2
    yield text(across, height - 5, "impact →", "hb-axis hb-strong", "middle")
    up = _TOP + len(grid.probability) * (_HIGH + _GAP) / 2
    yield text(-up, 11, "probability →", "hb-axis hb-strong hb-up", "middle")


def _cell(grid: Grid, place: Place) -> str:
    x, y = _corner(grid, place)
    count = grid.counts.get(place, 0)
    cell = path(box(x, y, _WIDE, _HIGH), f"hb-on-{grid.colours[place]}", grid.tips.get(place, ""))
    if not count:
        return cell
    return group(f"{cell}{text(x + 10, y + 22, str(count), 'hb-count')}", "hb-cell", key(place))


def _fence(grid: Grid) -> str:
    """The line between what is within appetite and what is above it, along the edges of cells."""
    steps: list[str] = []
    for row in range(1, len(grid.probability) + 1):
        for column in range(1, len(grid.impact) + 1):
            if row * column <= grid.appetite:
                continue
            x, y = _corner(grid, (row, column))
            x, y = x - _GAP / 2, y - _GAP / 2
            if column > 1 and row * (column - 1) <= grid.appetite:
                steps.append(d("M", x, y, "v", _HIGH + _GAP))
            if row > 1 and (row - 1) * column <= grid.appetite:
                steps.append(d("M", x, y + _HIGH + _GAP, "h", _WIDE + _GAP))
    return "".join(steps)


def _move(grid: Grid, source: Place, target: Place, lane: int) -> Iterator[str]:
    """An arrow from cell to cell, first along the right edge, then along the lower one."""
    (x1, y1), (x2, y2) = _corner(grid, source), _corner(grid, target)
    x1, x2 = x1 + _WIDE - 7 - 5 * lane, x2 + _WIDE - 7 - 5 * lane
    y1, y2 = y1 + _HIGH - 5 - 3 * lane, y2 + _HIGH - 5 - 3 * lane
    yield f'<circle class="hb-head" cx="{x1:.0f}" cy="{y1:.0f}" r="2"/>'
    if x1 == x2:
        down = 1 if y2 > y1 else -1
        yield path(d("M", x1, y1, "V", y2 - 5 * down), "hb-move")
        yield path(d("M", x2, y2, "l", -3.0, -6.0 * down, "h", 6.0, "z"), "hb-head")
        return
    right = 1 if x2 > x1 else -1
    yield path(d("M", x1, y1, "V", y2, "H", x2 - 5 * right), "hb-move")
    yield path(d("M", x2, y2, "l", -6.0 * right, -3.0, "v", 6.0, "z"), "hb-head")
