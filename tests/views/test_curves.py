"""Curves: amounts stand where they are, steps are steps, names stand clear of each other."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from handbook.views.drawings.amounts import Box, Curve, Curves, Dot, Level, Spot
from handbook.views.drawings.curves import narrow, wide
from handbook.views.drawings.day_names import Marked

FIRST = date(2026, 6, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def drawn(last: int = 9, **shown: object) -> str:
    return wide(Curves("c", "", FIRST, day(last), "items", **shown))  # type: ignore[arg-type]


def test_a_stepped_line_goes_along_and_then_up() -> None:
    curve = Curve([Spot(day(0), 0), Spot(day(1), 0), Spot(day(2), 4), Spot(day(3), 4)], "done", stepped=True)
    shape = re.findall(r'class="hb-curve hb-done" d="([^"]+)"', drawn(curves=[curve]))[0]
    assert re.fullmatch(r"M[\d.]+ [\d.]+(H[\d.]+V[\d.]+)+", shape)


def test_a_dot_stands_in_the_middle_of_its_day_at_its_height() -> None:
    shown = drawn(dots=[Dot(day(0), 10), Dot(day(9), 5)], levels=[Level(10, "")])
    (x, y), (x2, y2) = [tuple(map(float, at)) for at in re.findall(r'hb-dot" d="M([\d.]+) ([\d.]+)a', shown)]
    axis = float(re.findall(r'hb-year" d="M([\d.]+) ', shown)[0])
    per_day = (x2 - x) / 9
    assert x + 4 - axis == pytest.approx(per_day / 2, abs=0.2)
    (level,) = [float(at) for at in re.findall(r'hb-due" d="M[\d.]+ ([\d.]+)H', shown)]
    assert y == level
    assert y2 > y


def test_trouble_has_a_shape_of_its_own() -> None:
    shown = drawn(dots=[Dot(day(1), 2, "slow", strong=True)])
    assert re.search(r'class="hb-dot hb-trouble" d="M[\d.]+ [\d.]+h9v9h-9z"><title>slow</title>', shown)


def test_areas_lie_upon_each_other() -> None:
    under = [Spot(day(0), 1), Spot(day(9), 2)]
    over = [Spot(day(0), 3), Spot(day(9), 5)]
    shown = drawn(curves=[Curve(over, "waiting", True, under), Curve(under, "done", True)])
    above, below = re.findall(r'class="hb-area hb-[\w-]+" d="([^"]+)z"', shown)
    corners = [re.findall(r"[ML]([\d.]+ [\d.]+)", shape) for shape in (above, below)]
    assert corners[0][2:] == corners[1][:2][::-1]


@pytest.mark.parametrize("form", [wide, narrow])
def test_names_of_levels_and_days_stand_clear_of_each_other(form: object) -> None:
    curves = Curves(
        *("c", "", FIRST, day(60), ""),
        boxes=[Box(FIRST, day(6), 100)],
        levels=[Level(50, "one"), Level(50.5, "two"), Level(51, "three")],
        marked=[Marked(day(58), "50%"), Marked(day(58), "85%"), Marked(day(59), "95%")],
    )
    shown = form(curves)  # type: ignore[operator]
    heights = [float(re.findall(rf'y="([\d.]+)"[^>]*>{name}<', shown)[0]) for name in ("three", "two", "one")]
    assert all(low - high >= 12 for high, low in pairwise(heights))
    rows = [re.findall(rf'y="([\d.]+)"[^>]*>{name}<', shown)[0] for name in ("50%", "85%", "95%")]
    assert len(set(rows)) == 3


def test_boxes_on_their_own_scale_leave_the_amounts_alone() -> None:
    boxes = [Box(day(0), day(1), 3), Box(day(2), day(3), 6)]
    curve = Curve([Spot(day(0), 0), Spot(day(9), 100)], "done")
    shown = drawn(curves=[curve], boxes=boxes, tallest=0.5)
    low, high = [float(at) for at in re.findall(r'hb-pale" d="M[\d.]+ [\d.]+h[\d.]+v([\d.]+)', shown)]
    (plane,) = re.findall(r'hb-curve hb-done" d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"', shown)
    assert high == pytest.approx(2 * low, abs=0.2)
    assert 0.4 < high / (float(plane[0]) - float(plane[1])) < 0.6
    assert ">100</text>" in shown


def test_percent_is_said_at_the_topmost_amount() -> None:
    curve = Curve([Spot(day(0), 0), Spot(day(9), 100)], "done")
    shown = wide(Curves("c", "", FIRST, day(9), "%", (curve,)))
    assert re.findall(r">([^<>]*%)<", shown) == ["100%"]


def test_nothing_is_drawn_as_a_picture_with_an_axis() -> None:
    assert ">items</text>" in drawn()


def test_an_area_has_its_name_where_there_is_room() -> None:
    spots = [Spot(day(at), 1 if at < 15 else 10) for at in range(31)]
    low = [Spot(day(at), 0.2) for at in range(31)]
    shown = drawn(
        30, curves=[Curve(spots, "waiting", True, name="new"), Curve(low, "done", True, name="old")]
    )
    assert re.search(r'hb-in-waiting"[^>]*>new<', shown)
    assert ">old<" not in shown


def test_a_line_has_its_name_at_its_end_and_the_day_that_is_over_is_passed() -> None:
    spots = [Spot(day(at), at) for at in range(6)]
    shown = drawn(20, curves=[Curve(spots, "done", name="done 5")], status_date=day(5))
    end = float(re.findall(r'hb-curve hb-done" d="M.*?L[\d.]+ [\d.]+.*?([\d.]+) [\d.]+"', shown)[0])
    (name,) = re.findall(r'hb-of-done" x="([\d.]+)"', shown)
    (today,) = re.findall(r'hb-today" d="M([\d.]+) ', shown)
    assert float(name) > end
    assert float(today) == pytest.approx(end, abs=0.2)
