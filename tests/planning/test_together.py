"""Projects that wait for each other are planned as if they were one."""

from __future__ import annotations

from datetime import datetime

import pytest
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from hypothesis import given
from hypothesis import strategies as st

from tests.books import CHARTER, STATUS, book

PROJECTS = ("apollo", "beta", "gamma")

tasks = st.fixed_dictionaries(
    {"duration": st.sampled_from(("0.5d", "1d", "3d", "2w")), "home": st.sampled_from(PROJECTS)},
    optional={"constraint": st.sampled_from(("SNET", "FNET"))},
)
links = st.builds(
    "{}{}".format,
    st.sampled_from(("FS", "SS", "FF", "SF")),
    st.sampled_from(("", "+1d", "-2d", "+3ed", "+0.5d")),
)


@st.composite
def work(draw: st.DrawFn) -> list[dict[str, object]]:
    """Up to twelve tasks of three projects, each of which may wait for those before it."""
    found = []
    for at in range(draw(st.integers(2, 12))):
        one: dict[str, object] = {**draw(tasks), "id": f"t{at}"}
        before = draw(st.lists(st.integers(0, at - 1), max_size=3, unique=True)) if at else []
        one["after"] = [(f"t{other}", draw(links)) for other in before]
        if kind := one.pop("constraint", None):
            one["constraint"] = {"type": kind, "date": f"2026-06-{draw(st.integers(1, 28)):02}"}
        found.append(one)
    return found


def planned(found: list[dict[str, object]], *, apart: bool) -> dict[str, tuple[datetime, datetime]]:
    """The dates of all tasks, planned in their projects or in one."""
    homes = {one["id"]: one["home"] if apart else PROJECTS[0] for one in found}
    records: list[Project | Task] = [
        Project.model_validate({**CHARTER, "id": one, "title": one, "project": one}) for one in PROJECTS
    ]
    for one in found:
        after = [f"{homes[other]}/plan.{other} {link}" for other, link in one["after"]]
        own = {key: value for key, value in one.items() if key != "home"}
        home = {"title": one["id"], "project": homes[one["id"]], "parent": ""}
        records.append(Task.model_validate({**own, **home, "after": after}))
    plans = Plans(Book(tuple(records), status_date=STATUS))
    assert [fault for plan in plans.values() for fault in plan.faults] == []
    return {entry.record.id: (entry.start, entry.finish) for plan in plans.values() for entry in plan}


@given(work())
def test_dates_are_those_of_one_plan(found: list[dict[str, object]]) -> None:
    assert planned(found, apart=True) == planned(found, apart=False)


@pytest.mark.parametrize("count", [100])
def test_however_often_they_wait_for_each_other(count: int) -> None:
    found: list[dict[str, object]] = [
        {
            "id": f"t{at}",
            "duration": "1d",
            "home": PROJECTS[at % 2],
            "after": [(f"t{at - 1}", "FS")] if at else [],
        }
        for at in range(count)
    ]
    assert planned(found, apart=True) == planned(found, apart=False)


def test_projects_that_push_each_other_on_without_end_are_a_fault_with_its_links() -> None:
    plans = Plans(
        book("""
        apollo:
          tasks:
            late: {title: Late, duration: 1d, constraint: {type: ALAP}}
            end: {title: End, duration: 1d, after: beta/plan.b}
        beta:
          tasks:
            b: {title: B, duration: 3d, after: apollo/plan.late}
        """)
    )
    (fault,) = plans["apollo"].faults
    assert str(fault) == (
        "cycle: the projects apollo, beta push each other on without end, through work as late as possible"
    )
    assert list(map(str, fault.waits)) == [
        "'End' waits for 'B' (beta/plan.b)",
        "'B' waits for 'Late' (apollo/plan.late)",
    ]
    assert plans["beta"].faults == (fault,)
