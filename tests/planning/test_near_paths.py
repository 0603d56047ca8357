"""Near paths go through all projects, as if their work stood in one."""

from __future__ import annotations

from handbook.planning.near_paths import floats_to, near_paths
from handbook.planning.plans import Plans
from handbook.planning.upstream import Spot, spot_of
from handbook.records.book import Book
from handbook.records.kinds.task import Task
from handbook.schedule import FloatPath
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import book

DAY = 480
LAST = "t7"


@st.composite
def plans_of(draw: st.DrawFn) -> tuple[Book, Book]:
    """The same tasks twice: in two projects that may wait for each other, and in one."""
    homes = [draw(st.sampled_from(("apollo", "zeus"))) for _ in range(8)]
    split: dict[str, list[str]] = {"apollo": [], "zeus": []}
    whole: list[str] = []
    for at, home in enumerate(homes):
        length = draw(st.integers(1, 6))
        links = draw(st.lists(st.tuples(st.integers(0, at - 1), KINDS, LAGS), max_size=3)) if at else []
        split[home].append(_task(at, length, links, homes))
        whole.append(_task(at, length, links, ["apollo"] * 8))
    books = (split, {"apollo": whole, "zeus": []})
    one, other = (book("".join(_project(key, tasks) for key, tasks in each.items())) for each in books)
    return one, other


KINDS = st.sampled_from(("FS", "FS", "SS", "FF", "SF"))
LAGS = st.sampled_from(("", "+1d", "+3d"))


def _task(at: int, length: int, links: list[tuple[int, str, str]], homes: list[str]) -> str:
    after = ", ".join(f'"{homes[one]}/t{one} {kind}{lag}"' for one, kind, lag in links)
    return f"    t{at}: {{duration: {length}d, after: [{after}]}}\n"


def _project(key: str, tasks: list[str]) -> str:
    return f"{key}:\n  tasks:\n{''.join(tasks)}" if tasks else f"{key}: {{}}\n"


def found(made: Book) -> tuple[dict[str, int], list[tuple[int, list[str]]]]:
    """Floats to the last task by id, and the paths to it."""
    plans = Plans(made)
    item = next(one for one in made.of(Task) if one.id == LAST)
    parts = {key: plans.settled(key) for key in plans.needed(item.project or "")}
    target = spot_of(parts, item)
    assert target is not None

    def name(spot: Spot) -> str:
        one = parts[spot.project].draft.item(spot.row)
        return one.id if one else "?"

    def told(path: FloatPath[Spot]) -> tuple[int, list[str]]:
        return path.slack, [name(spot) for spot in path.activities]

    floats = {name(spot): slack for spot, slack in floats_to(parts, target).items()}
    return floats, [told(path) for path in near_paths(parts, item, 9)]


@settings(deadline=None, max_examples=60)
@given(plans_of())
def test_floats_are_those_of_one_project_with_all_the_work(books: tuple[Book, Book]) -> None:
    (split, paths), (whole, _) = map(found, books)
    assert split == whole
    assert sorted(name for _, way in paths for name in way) == sorted(split)
    assert all(slack == split[way[-1]] for slack, way in paths)


def test_a_path_goes_on_in_another_project() -> None:
    text = """
    apollo: {tasks: {t7: {duration: 1d, after: [zeus/end, write]}, write: {duration: 2d}}}
    zeus:
      tasks:
        long: {duration: 6d}
        short: {duration: 3d}
        end: {duration: 1d, after: [long, short]}
    """
    floats, paths = found(book(text))
    assert floats == {"t7": 0, "write": 5 * DAY, "end": 0, "long": 0, "short": 3 * DAY}
    assert paths == [(0, ["long", "end", "t7"]), (3 * DAY, ["short"]), (5 * DAY, ["write"])]
