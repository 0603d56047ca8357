"""Projects are planned after those they wait for, and together with those that wait for them in turn."""

from __future__ import annotations

from handbook.planning.order import planning_order
from hypothesis import given
from hypothesis import strategies as st

NAMES = st.sampled_from("abcdefg")
NEEDS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3))


def test_a_chain_is_planned_from_its_end() -> None:
    needs = {"a": ["b"], "b": ["c"], "c": []}
    assert planning_order("a", needs.__getitem__) == [["c"], ["b"], ["a"]]


def test_those_that_wait_for_each_other_are_one_group() -> None:
    needs = {"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": []}
    assert planning_order("a", needs.__getitem__) == [["d"], ["b", "c"], ["a"]]


def test_thousands_in_a_row() -> None:
    found = planning_order("0", lambda name: [str(int(name) + 1)] if int(name) < 5000 else [])
    assert [group for group in found if len(group) != 1] == []
    assert found[0] == ["5000"]


@given(NEEDS)
def test_each_group_needs_only_itself_and_what_is_planned(needs: dict[str, list[str]]) -> None:
    planned: set[str] = set()
    for group in planning_order("a", lambda name: needs.get(name, [])):
        for name in group:
            assert set(needs.get(name, [])) <= planned | set(group)
            assert _reach(needs, name) & set(group) >= set(group) - {name}
        planned.update(group)
    assert planned == _reach(needs, "a") | {"a"}


def _reach(needs: dict[str, list[str]], name: str) -> set[str]:
    found: set[str] = set()
    waiting = list(needs.get(name, []))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += needs.get(one, [])
    return found
