"""Names of lines stand at their ends: within the picture, and clear of each other where there is room."""

from itertools import combinations

from handbook.views.drawings.line_names import Ending, Frame, Placed, placed
from handbook.views.drawings.measure import width
from hypothesis import given
from hypothesis import strategies as st

FRAME = Frame(0, 0, 400, 300)
ENDINGS = st.lists(
    st.builds(Ending, st.sampled_from(("a", "spent", "planned")), st.floats(100, 300), st.floats(80, 220)),
    min_size=1,
    max_size=4,
)


def apart(one: Placed, other: Placed) -> bool:
    first, second = sorted((one, other), key=lambda name: name.left)
    beside = first.left + width(first.ending.name, 12) <= second.left
    return beside or abs(one.y - other.y) >= 12


@given(ENDINGS)
def test_names_stand_within_the_picture(endings: list[Ending]) -> None:
    for one in placed(endings, [], FRAME):
        assert one.left >= FRAME.left
        assert one.left + width(one.ending.name, 12) <= FRAME.right
        assert FRAME.top < one.y < FRAME.bottom


@given(ENDINGS)
def test_names_stand_clear_of_each_other(endings: list[Ending]) -> None:
    assert all(apart(one, other) for one, other in combinations(placed(endings, [], FRAME), 2))


def test_a_name_gives_way_to_a_line() -> None:
    ending = Ending("spent", 200, 100)
    (free,) = placed([ending], [], FRAME)
    (moved,) = placed([ending], [[(200, 100), (400, 100)]], FRAME)
    assert (free.x, free.y) == (206, 104)
    assert abs(moved.y - 100) > 6


def test_a_name_without_room_at_the_right_stands_left_of_the_end() -> None:
    (one,) = placed([Ending("planned", 395, 100)], [], FRAME)
    assert one.anchor == "end"
    assert one.x < 395
