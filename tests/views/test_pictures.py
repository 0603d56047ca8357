"""Pictures: drawn within their frame, readable as files, one form for screens and one for phones."""

import re
from xml.etree import ElementTree

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.views.block.block import Picture
from handbook.views.drawings.matrix import Grid, key, matrix
from handbook.views.drawings.measure import cut, width
from handbook.views.drawings.mermaid import Node, tree
from handbook.views.drawings.quadrants import Quadrants, Spot, quadrants
from handbook.views.drawings.stacks import Stack, Stacks, Stretch, round_step, short, wide
from handbook.views.drawings.svg import d
from handbook.views.links import Unlinked
from handbook.views.writers.plain import markdown

from tests.views.cases import CASES, Case
from tests.views.drawing import drawn

PICTURES = (
    *("backlog-forecast", "budget", "burn-down", "burn-up", "cumulative-flow", "cycle-time", "iterations"),
    *("risk-matrix", "roadmap", "stakeholder-grid", "timeline", "velocity", "work-in-progress"),
)


def _pictures(name: str, portfolio: Portfolio) -> list[Picture]:
    return [
        block for case in CASES[name] for block in drawn(name, case, portfolio) if isinstance(block, Picture)
    ]


@pytest.mark.parametrize("name", PICTURES)
def test_everything_is_drawn_within_the_frame(name: str, portfolio: Portfolio) -> None:
    for picture in _pictures(name, portfolio):
        for svg in filter(None, (picture.svg, picture.narrow)):
            right, bottom = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
            begins = [tuple(map(float, begin)) for begin in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", svg)]
            assert all(-1 <= x <= right + 1 and -1 <= y <= bottom + 1 for x, y in begins)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_file_that_stands_alone(name: str, portfolio: Portfolio) -> None:
    written = markdown(_pictures(name, portfolio), Unlinked(), stem="page")
    assert set(written.files) == set(re.findall(r"\]\((page-[\w-]+\.svg)\)", written.text))
    for svg in written.files.values():
        root = ElementTree.fromstring(svg)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert float(root.attrib["width"]) > 300
        assert "--hb-ground" in svg
        assert "url(http" not in svg


def test_two_pictures_of_a_page_have_two_files(portfolio: Portfolio) -> None:
    picture = _pictures("risk-matrix", portfolio)[0]
    assert list(markdown([picture, picture], Unlinked()).files) == [
        "picture-matrix.svg",
        "picture-matrix-2.svg",
    ]


def test_stripes_of_two_drawings_are_not_mixed_up(portfolio: Portfolio) -> None:
    (picture,) = drawn("timeline", Case("apollo", {}), portfolio)
    assert isinstance(picture, Picture)
    patterns = [re.findall(r'pattern id="([\w-]+)"', svg) for svg in (picture.svg, picture.narrow)]
    assert all(len(found) == 1 for found in patterns)
    assert patterns[0] != patterns[1]
    assert f'fill="url(#{patterns[0][0]})"' in picture.svg


def test_done_work_is_drawn_as_far_as_it_is_done_when_the_picture_begins_later(portfolio: Portfolio) -> None:
    whole, later = (
        next(
            block
            for block in drawn("timeline", Case("apollo", options), portfolio)
            if isinstance(block, Picture)
        )
        for options in ({}, {"from": "2026-05-01"})
    )
    assert whole.twin.rows[-1] == later.twin.rows[-1]
    assert len(later.twin.rows) < len(whole.twin.rows)


def _moved(source: tuple[int, int], target: tuple[int, int]) -> list[tuple[float, float]]:
    levels = ["a", "b", "c", "d", "e"]
    colours = dict.fromkeys(((p, i) for p in range(1, 6) for i in range(1, 6)), "green")
    drawing = matrix(
        Grid("m", "", levels, levels, colours, {source: 1, target: 1}, {}, [(source, target)], 9)
    )
    line = re.findall(r'class="hb-move" d="M([\d.]+) ([\d.]+)V([\d.]+)(?:H([\d.]+))?"', drawing)[0]
    x, y, down, across = (float(part or 0) for part in line)
    return [(x, y), (x, down), (across or x, down)]


@pytest.mark.parametrize(
    ("source", "target"), [((4, 4), (2, 3)), ((5, 5), (1, 5)), ((3, 4), (3, 1)), ((1, 1), (5, 5))]
)
def test_arrows_keep_clear_of_numbers(source: tuple[int, int], target: tuple[int, int]) -> None:
    for (x1, y1), (x2, y2) in zip(_moved(source, target), _moved(source, target)[1:], strict=False):
        for column in range(5):
            for row in range(5):
                left, top = 76 + column * 61 + 8, 6 + row * 41 + 6
                crosses_x = min(x1, x2) <= left + 14 and max(x1, x2) >= left
                crosses_y = min(y1, y2) <= top + 16 and max(y1, y2) >= top
                assert not (crosses_x and crosses_y)


def test_cells_and_rows_share_their_key() -> None:
    assert key((4, 3)) == "p4i3"


def test_long_labels_are_cut_to_their_room() -> None:
    assert cut("short", 12, 100) == "short"
    shortened = cut("a label that is much too long for its place", 12, 100)
    assert shortened.endswith("…")
    assert width(shortened, 12) <= 100


def test_paths_are_short() -> None:
    assert d("M", 1.0, 2.04, "h", 3.96, "z") == "M1 2h4z"


def test_names_in_diagrams_are_nothing_but_names() -> None:
    text = tree([Node('A "quoted" <b>', 0), Node("end; click", 1), Node("", 1)])
    assert text.splitlines()[1:] == [
        "flowchart LR",
        '  n0["A #34;quoted#34; #60;b#62;"]',
        '  n0 --- n1["end#59; click"]',
        '  n0 --- n2["#8211;"]',
    ]


@pytest.mark.parametrize(
    ("most", "step"), [(1, 0.2), (7, 2), (28, 5), (120, 20), (615_700, 200_000), (2_200_000, 500_000)]
)
def test_an_axis_of_amounts_has_few_and_round_steps(most: float, step: float) -> None:
    assert round_step(most) == pytest.approx(step)


def test_amounts_on_an_axis_are_short() -> None:
    assert [short(amount) for amount in (0, 5, 2.5, 20_000, 1_500_000)] == ["0", "5", "2.5", "20k", "1.5M"]


def test_parts_of_a_bar_stand_behind_each_other_and_the_mark_where_it_is_measured() -> None:
    parts = (Stretch(25, "done"), Stretch(0, "done"), Stretch(-5, "done"), Stretch(50, "stripes"))
    drawing = wide(Stacks("s", "", [Stack("a", parts, 100)]))
    (x, done), (begin, striped) = [
        tuple(map(float, found))
        for found in re.findall(r'class="hb-(?:done|stripes)"[^>]* d="M([\d.]+) 28h([\d.]+)', drawing)
    ]
    (mark,) = map(float, re.findall(r'class="hb-goal" d="M([\d.]+) ', drawing))
    assert begin == pytest.approx(x + done)
    assert striped == pytest.approx(2 * done, abs=0.2)
    assert mark == pytest.approx(x + 4 * done, abs=0.4)


@pytest.mark.parametrize(("number", "said"), [(2, 0), (4, 0), (5, 2), (9, 6)])
def test_names_that_have_no_room_in_a_cell_are_counted(number: int, said: int) -> None:
    spots = [Spot(f"S-{at}", 5, 5) for at in range(number)]
    drawing = quadrants(Quadrants("q", "", spots, "influence", "interest", ("a", "b", "c", "d")))
    assert drawing.count(">S-") == number - said
    assert re.findall(r">\+(\d+)<", drawing) == ([str(said)] if said else [])
