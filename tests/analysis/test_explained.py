"""Explained dates: paths next to the driving one, and what would bring a date in, as measured."""

from __future__ import annotations

from handbook.analysis.explained.explanation import Explanation, explanation
from handbook.analysis.explained.wording import besides, total
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.comparison import outcome
from handbook.analysis.what_if.scenario import scenario
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.types.duration import read_duration
from hypothesis import given, settings

from tests.books import book
from tests.planning.test_properties import books


def explained(text: str, address: str, by: str = "1w") -> Explanation:
    made = book(text)
    item = made.find(address, None, ("task", "milestone"))
    assert isinstance(item, Task | Milestone)
    found = explanation(Portfolio(made), item, read_duration(by))
    assert found is not None
    return found


def gains(found: Explanation) -> list[str]:
    assert found.bring_in is not None
    return [_gain(one) for one in found.bring_in.alone]


def together(found: Explanation) -> list[str]:
    assert found.bring_in is not None
    return [_gain(one) for one in found.bring_in.together]


def _gain(one) -> str:
    return f"{one.minutes / 480:g}d {one.change}" + (f" > {one.decides.id}" if one.decides else "")


PARALLEL = """
apollo:
  tasks:
    design: {duration: 4d}
    build: {duration: 10d, after: design}
    data: {duration: 8d, after: design}
    docs: {duration: 3d}
  milestones:
    M-1: {title: Live, after: [build, data, docs]}
"""


def test_gains_are_measured_and_the_path_that_takes_over_is_named() -> None:
    found = explained(PARALLEL, "apollo/M-1")
    assert gains(found) == [
        "3d shorten apollo/plan.design 3d",
        "2d shorten apollo/plan.build 5d > data",
    ]
    assert together(found) == [
        "3d shorten apollo/plan.design 3d",
        "5d shorten apollo/plan.build 2d",
    ]


def test_paths_stand_in_order_of_their_float_to_the_milestone() -> None:
    found = explained(PARALLEL, "apollo/M-1")
    assert [(path.slack / 480, [one.id for one in path.items]) for path in found.paths] == [
        (0, ["design", "build", "M-1"]),
        (2, ["data"]),
        (11, ["docs"]),
    ]
    assert found.paths[1].joins is found.item


def test_paths_of_equal_length_are_brought_in_together() -> None:
    text = "apollo: {tasks: {a: {duration: 6d}, b: {duration: 6d}}, milestones: {M-1: {after: [a, b]}}}"
    found = explained(text, "apollo/M-1", "2d")
    assert gains(found) == []
    assert sorted(together(found)) == ["0d shorten apollo/plan.a 2d > b", "2d shorten apollo/plan.b 2d"]


def test_what_cannot_be_gained_is_told() -> None:
    found = explained("apollo: {tasks: {a: {duration: 3d}, b: {duration: 2d, after: a}}}", "apollo/plan.b")
    assert found.bring_in is not None
    assert not found.bring_in.is_reached
    assert found.bring_in.gained == 3 * 480
    assert len(found.bring_in.together) == 2


def test_lag_leave_constraint_and_hands_are_tried() -> None:
    text = """
    people: {ana: {name: Ana Silva, leave: [{from: 2026-06-11, to: 2026-06-16}]}}
    apollo:
      tasks:
        site: {duration: 1d, constraint: {type: SNET, date: 2026-06-08}}
        build: {effort: 6d, after: "site FS+1d", assigned: {ana: 1}}
    """
    found = explained(text, "apollo/plan.build")
    assert gains(found) == [
        "9d shorten apollo/plan.build 5d",
        "9d constraint apollo/plan.site ASAP",
        "7d assign apollo/plan.build somebody 100%",
        "4d present @ana 2026-06-11..16",
        "1d link apollo/plan.build after apollo/plan.site",
    ]
    assert besides(found.why.steps[1], found.status_date) == [
        "1 day of lag",
        "4 weekend days",
        "4 days of leave of Ana Silva (11–16 June)",
        "6 days of effort at 100%",
    ]
    assert total(found.why, found.status_date) == (
        "16 days from 8 June to 23 June: 7 worked, 1 of lag, 4 at weekends and 4 of leave"
    )


def test_work_of_another_project_can_bring_a_date_in() -> None:
    text = """
    apollo: {tasks: {test: {duration: 1d, after: zeus/stage}}}
    zeus: {tasks: {stage: {duration: 4d}}}
    """
    assert gains(explained(text, "apollo/plan.test")) == ["3d shorten zeus/plan.stage 3d"]


def test_what_is_done_needs_no_bringing_in() -> None:
    text = "apollo: {tasks: {a: {duration: 1d, started: 2026-05-04, finished: 2026-05-05}}}"
    found = explained(text, "apollo/plan.a")
    assert (found.bring_in, found.paths) == (None, ())


@settings(max_examples=15, deadline=None)
@given(books())
def test_a_gain_is_what_the_scenario_says(book) -> None:
    portfolio = Portfolio(book)
    entries = [entry for entry in portfolio.plan("apollo") if not entry.record.withheld][:2]
    for entry in entries:
        found = explanation(portfolio, entry.record, read_duration("3d"))
        assert found is not None
        for gain in found.bring_in.alone if found.bring_in else ():
            made = outcome(scenario(portfolio, [gain.change.text]))
            moved = [
                one
                for shift in made
                for one in shift.moved
                if one.after.record is entry.record or one.after.record.address == entry.record.address
            ]
            assert moved
            assert moved[0].after.finish < moved[0].before.finish


def test_nothing_is_tried_if_nothing_is_wanted() -> None:
    assert explained(PARALLEL, "apollo/M-1", "0d").bring_in is None
