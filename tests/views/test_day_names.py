"""Names of marked days stand clear of each other, and of the lines of other days."""

from datetime import date, timedelta
from itertools import combinations, permutations

from handbook.views.drawings.axis import Axis
from handbook.views.drawings.day_names import DayName, Marked, day_names
from handbook.views.drawings.measure import width
from hypothesis import given
from hypothesis import strategies as st

FIRST = date(2026, 6, 1)
AXIS = Axis(FIRST, FIRST + timedelta(days=90), 40.0, 350.0)
MARKED = st.lists(
    st.builds(
        Marked,
        st.integers(0, 90).map(lambda number: FIRST + timedelta(days=number)),
        st.sampled_from(("50%", "80%", "plan", "promised")),
    ),
    max_size=5,
)


def sides(one: DayName) -> tuple[float, float]:
    across = width(one.text, 12)
    return (one.x - across, one.x) if one.anchor == "end" else (one.x, one.x + across)


@given(MARKED)
def test_names_stand_clear_of_each_other(marked: list[Marked]) -> None:
    for one, other in combinations(day_names(marked, AXIS), 2):
        (left, right), (begin, end) = sides(one), sides(other)
        assert one.row != other.row or right < begin or end < left


@given(MARKED)
def test_no_line_goes_through_a_name(marked: list[Marked]) -> None:
    for one, other in permutations(day_names(marked, AXIS), 2):
        left, right = sides(one)
        assert other.row > one.row or not left <= other.line <= right


@given(MARKED)
def test_names_end_where_the_picture_ends(marked: list[Marked]) -> None:
    assert all(sides(one)[1] <= AXIS.right for one in day_names(marked, AXIS))


def test_names_with_room_stand_in_one_row() -> None:
    far = [Marked(FIRST, "promised"), Marked(FIRST + timedelta(days=60), "80%")]
    assert {one.row for one in day_names(far, AXIS)} == {0}
