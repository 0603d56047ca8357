"""What cost time is made once for all that it depends on, and what is kept on a shelf is never trusted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from handbook.planning.memory import Form, Memory, key_of
from handbook.planning.plans import Plans

from tests.books import STATUS, book


class Shelf(dict[str, Any]):
    """A shelf that anybody can look into."""

    def put(self, name: str, data: Any) -> None:
        self[name] = data


def as_texts(found: list[int]) -> list[str]:
    return [str(one) for one in found]


def as_numbers(data: Any) -> list[int]:
    return [int(one) for one in data]


TEXTS = Form(as_texts, as_numbers)
MORNINGS = "calendars: {c: {work: {mon: '9:00-12:00'}}}\nsettings: {schedule: {calendar: c}}"
APOLLO = "apollo: {tasks: {a: {duration: 2d}, b: {duration: 3d, after: a}}}"


def test_a_result_is_made_once() -> None:
    memory, made = Memory(), []
    for _ in range(2):
        assert memory.once("k", lambda: made.append(1) or made) is made
    assert made == [1]


def test_what_nobody_asks_for_any_more_is_let_go() -> None:
    memory = Memory()
    for key in ("old", "used"):
        memory.once(key, lambda: [1])
    memory.let_go()
    memory.once("used", lambda: [2])
    memory.let_go()
    assert [memory.once(key, lambda: [3]) for key in ("old", "used")] == [[3], [1]]


def test_a_shelf_outlasts_the_memory() -> None:
    shelf = Shelf()
    assert Memory(shelf).once("k", lambda: [1, 2], TEXTS) == [1, 2]
    assert shelf == {"k": ["1", "2"]}
    assert Memory(shelf).once("k", lambda: [3], TEXTS) == [1, 2]


@pytest.mark.parametrize("forged", [7, "x", {"a": 1}, [["x"]], [None], {"k": []}])
def test_what_cannot_be_read_is_made_anew_and_kept(forged: object) -> None:
    shelf = Shelf(k=forged)
    assert Memory(shelf).once("k", lambda: [3], TEXTS) == [3]
    assert shelf == {"k": ["3"]}


def test_results_without_a_form_stay_off_the_shelf() -> None:
    shelf = Shelf()
    Memory(shelf).once("k", object)
    assert shelf == {}


def test_keys_tell_all_facts_apart() -> None:
    keys = [
        key_of("forecast"),
        key_of("levelled"),
        key_of("forecast", 1),
        key_of("forecast", "1", ""),
        key_of("forecast", ["1", ""]),
        key_of("forecast", date(2026, 6, 1)),
        key_of("forecast", Decimal("0.10")),
    ]
    assert len(set(keys)) == len(keys)
    assert key_of("forecast", {"a": 1, "b": 2}) == key_of("forecast", {"b": 2, "a": 1})
    with pytest.raises(ValueError, match="Out of range"):
        key_of("forecast", float("nan"))


def test_a_plan_is_computed_again_only_if_something_it_depends_on_has_changed() -> None:
    memory = Memory()

    def table(text: str, day: date = STATUS) -> object:
        return Plans(book(text, day), memory).settled("apollo").timetable

    first = table(APOLLO)
    assert table(APOLLO) is first
    assert table(APOLLO.replace("a:", "A:").replace("after: a", "after: A")) is first
    for changed in (
        table(APOLLO.replace("3d", "4d")),
        table(APOLLO.replace("after: a", "after: a SS")),
        table(APOLLO, date(2026, 6, 2)),
        table(f"{MORNINGS}\n{APOLLO}"),
    ):
        assert changed is not first


def test_a_remembered_plan_is_the_same_plan() -> None:
    memory = Memory()
    found = [str(Plans(book(APOLLO), memory)["apollo"]) for _ in range(2)]
    assert found == [str(Plans(book(APOLLO))["apollo"])] * 2


def test_the_digest_of_a_plan_tells_of_its_numbers_and_of_the_dates_of_others() -> None:
    text = "apollo: {tasks: {a: {duration: 2d, after: beta/plan.b}}}\nbeta: {tasks: {b: {duration: 1d}}}"
    digests = {
        Plans(book(one))["apollo"] and Plans(book(one)).settled("apollo").digest
        for one in (text, text.replace("1d", "5d"), text.replace("beta: {", "beta: {risks: {}, "))
    }
    assert len(digests) == 2
