"""The 14 points of the schedule assessment, on small plans whose figures can be counted by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.schedule_health import TESTS, schedule_health
from handbook.analysis.schedule_points.ground import Ground
from handbook.analysis.schedule_points.point import Point
from handbook.loading.load import load

from tests.books import book
from tests.fedora import fedora_project

CHAIN = """
apollo:
  tasks:
    done: {duration: 5d, started: 2026-05-18, finished: 2026-05-22}
    a: {duration: 10d, after: done, assigned: {ana: 100%}}
    b: {duration: 10d, after: a, cost: 4k EUR}
    c: {duration: 50d, after: b}
    long: {duration: 5d, measure: effort}
  milestones:
    end: {after: c}
people: {ana: {name: Ana}, tom: {name: Tom}}
"""

CHAIN_FOUND = """
1 logic: passed 0
2 leads: passed 0
3 lags: passed 0
4 relationship types: passed 1
5 hard constraints: passed 0
6 high float: passed 0
7 negative float: passed 0
8 high duration: failed 0.3333
9 invalid dates: passed 0
10 resources: reported 0.3333
11 missed tasks: not evaluated (there is no baseline)
12 critical path test: passed 1
13 critical path length index: not evaluated (there is no baseline)
14 baseline execution index: not evaluated (there is no baseline)
"""

BROKEN = """
apollo:
  tasks:
    a: {duration: 10d}
    b: {duration: 10d, after: [a FS-2d], constraint: {type: MFO, date: 2026-06-19}}
    c: {duration: 5d, after: [b SS+1d], deadline: 2026-06-05}
    far: {duration: 1d}
    wall: {duration: 90d, constraint: {type: SNET, date: 2026-07-01}}
    future: {duration: 5d, after: [a], started: 2026-06-03}
"""

BASELINED = """
apollo:
  tasks:
    kept: {duration: 5d, started: 2026-05-04, finished: 2026-05-08}
    late: {duration: 5d, started: 2026-05-11, finished: 2026-05-19}
    open: {duration: 5d, started: 2026-05-20, remaining: 5d}
    early: {duration: 2d, started: 2026-05-25, finished: 2026-05-26}
    new: {duration: 5d, after: open}
  baselines:
    "2026-05":
      date: 2026-05-01
      entries:
        kept: {start: 2026-05-04, finish: 2026-05-08}
        late: {start: 2026-05-11, finish: 2026-05-15}
        open: {start: 2026-05-18, finish: 2026-05-22}
        early: {start: 2026-06-08, finish: 2026-06-09}
"""


def points(text: str) -> dict[int, Point]:
    found = Portfolio(book(text)).schedule_health("apollo")
    return {point.number: point for point in found}


def offenders(point: Point) -> list[str]:
    return [entry.record.id for entry in point.offenders]


def test_a_sound_chain() -> None:
    assert [str(point) for point in points(CHAIN).values()] == CHAIN_FOUND.strip().splitlines()


def test_a_plan_that_breaks_the_points() -> None:
    found = points(BROKEN)
    assert offenders(found[1]) == ["c", "far", "wall", "future"], "a comes first, and wall last but waits"
    assert (found[2].value, offenders(found[2])) == (1, ["b"])
    assert (found[3].value, offenders(found[3])) == (pytest.approx(1 / 3), ["c"])
    assert (found[4].value, offenders(found[4])) == (pytest.approx(2 / 3), ["c"])
    assert offenders(found[5]) == ["b"]
    assert offenders(found[6]) == ["far", "future"]
    assert offenders(found[7]) == ["a", "b", "c"], "b has to finish before it can, and a and c with it"
    assert offenders(found[8]) == ["wall"]
    assert offenders(found[9]) == ["future"]


def test_against_a_baseline_of_which_three_tasks_are_due() -> None:
    found = points(BASELINED)
    assert (found[11].value, offenders(found[11])) == (pytest.approx(2 / 3), ["late", "open"])
    assert found[14].value == pytest.approx(3 / 3), "early is done too, though it is not due"
    assert offenders(found[14]) == ["open"]
    # From 1 June to the forecast finish on 12 June are 9 working days, from there back to 9 June are 3.
    assert found[13].value == pytest.approx((9 - 3) / 9)
    assert (found[11].outcome, found[13].outcome, found[14].outcome) == ("failed", "failed", "passed")


def test_what_is_due_today_is_not_missed_yet() -> None:
    text = """
    apollo:
      tasks: {a: {duration: 5d, started: 2026-05-26, remaining: 1d}}
      baselines: {"2026-05": {date: 2026-05-01, entries: {a: {start: 2026-05-26, finish: 2026-06-01}}}}
    """
    found = points(text)
    assert (found[11].outcome, found[14].outcome) == ("not evaluated", "not evaluated")
    done = points(text.replace("remaining: 1d", "finished: 2026-06-01"))
    assert (done[11].value, done[14].value) == (0, 1)


def test_nothing_to_do_is_not_a_pass() -> None:
    found = points("apollo: {milestones: {end: {expected: 2026-07-01}}}")
    assert {point.outcome for point in found.values()} == {"not evaluated"}


def test_a_task_in_another_project_that_waits_is_a_successor() -> None:
    apart = points(
        "apollo: {tasks: {a: {duration: 5d}, b: {duration: 6d, after: a}, c: {duration: 2d, after: a}}}"
    )
    assert offenders(apart[1]) == ["c"]
    waiting = "borealis: {tasks: {x: {duration: 5d, after: apollo/plan.c}}}"
    joined = Portfolio(
        book(
            "apollo: {tasks: {a: {duration: 5d}, b: {duration: 6d, after: a}, c: {duration: 2d, after: a}}}\n"
            + waiting
        )
    ).schedule_health("apollo")
    assert offenders(joined[0]) == []


@pytest.mark.parametrize(
    "begun", ["", ", started: 2026-05-25", ", progress: 40%", ", started: 2026-05-25, remaining: 8d"]
)
def test_a_delay_arrives_whatever_is_done(begun: str) -> None:
    text = f"apollo: {{tasks: {{a: {{duration: 10d{begun}}}, b: {{duration: 3d, after: a}}}}}}"
    assert points(text)[12].value == 1


@pytest.mark.parametrize("constraint", ["MSO", "MFO", "SNLT", "FNLT"])
def test_a_hard_constraint_stops_the_delay(constraint: str) -> None:
    b = f"{{duration: 3d, after: a, constraint: {{type: {constraint}, date: 2026-06-15}}}}"
    found = points(f"apollo: {{tasks: {{a: {{duration: 10d}}, b: {b}}}}}")[12]
    assert (found.outcome, offenders(found)) == ("failed", ["a"])


def test_a_deadline_does_not_stop_the_delay() -> None:
    b = "{duration: 3d, after: a, deadline: 2026-06-10}"
    assert (
        points(f"apollo: {{tasks: {{a: {{duration: 10d}}, b: {b}, z: {{duration: 9d, after: b}}}}}}")[
            12
        ].value
        == 1
    )


def test_every_point_once_in_order() -> None:
    assert [point.number for point in points(CHAIN).values()] == list(range(1, 15))
    assert len({test.__name__ for test in TESTS}) == 14


@pytest.fixture(scope="module")
def fedora(realdata: Path, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("fedora")
    fedora_project(realdata / "fedora20" / "tasks.csv", folder)
    return Portfolio(load(folder, status_date=date(2013, 5, 1)).book).schedule("fedora20")


def test_a_plan_that_people_really_had(fedora: Ground) -> None:
    """The release schedule of Fedora 20: what its authors would have been told."""
    found = {point.number: point for point in schedule_health(fedora)}
    assert (len(fedora.base), len(fedora.links)) == (157, 135)
    assert len(found[1].offenders) == 84, "most tasks have no successor"
    assert (found[2].value, found[3].value) == (0, pytest.approx(36 / 135))
    assert len(found[6].offenders) == 81, "what has no successor can slip to the end"
    assert {n for n, point in found.items() if point.outcome == "failed"} == {1, 3, 6}
    assert {n for n, point in found.items() if point.outcome == "not evaluated"} == {11, 13, 14}
    assert found[12].value == 1
