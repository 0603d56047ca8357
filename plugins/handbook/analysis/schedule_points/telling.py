"""Points in figures: the same in the command and on pages."""

from handbook.analysis.schedule_points.point import Point


def told(point: Point, value: float | None) -> str:
    """A value of a point: ``2.9%``, ``1`` or ``0.94``; empty if there is none."""
    if value is None:
        return ""
    if point.unit == "share":
        return f"{value:.0%}" if value in (0, 1) else f"{value:.1%}"
    return f"{value:.2f}" if point.unit == "ratio" else f"{value:g}"


def limit(point: Point) -> str:
    """The limit of a point: ``≤ 5%``; empty for one that is not judged."""
    if point.limit is None:
        return ""
    value = f"{point.limit.value:.0%}" if point.unit == "share" else f"{point.limit.value:g}"
    return f"{'≥' if point.limit.at_least else '≤'} {value}"
