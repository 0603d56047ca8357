"""Portfolio float is how far one task can slip until a project slips, its own or another."""

from __future__ import annotations

from datetime import date
from typing import Any

from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.books import CHARTER, STATUS, book

PROJECTS = ("apollo", "beta", "gamma")
DAY = 480


def floats(plans: Plans, project: str) -> str:
    """``a 0/2``: total and portfolio float in days."""
    found = plans.portfolio_floats(project)
    return ", ".join(
        f"{entry.record.id} {entry.total_float / DAY:g}/{found[entry.record.address.casefold()] / DAY:g}"
        for entry in plans[project]
        if found
    )


def test_what_another_project_waits_for_has_no_float_though_its_own_project_ends_later() -> None:
    plans = Plans(
        book("""
        apollo:
          tasks:
            a: {duration: 2d}
            own: {duration: 10d}
            free: {duration: 1d}
        beta:
          tasks:
            b: {duration: 3d, after: apollo/plan.a}
            c: {duration: 1d}
        """)
    )
    assert floats(plans, "apollo") == "a 8/0, own 0/0, free 9/9"
    assert floats(plans, "beta") == ""


def test_it_reaches_through_projects_and_deadlines_and_counts_lags() -> None:
    plans = Plans(
        book("""
        apollo:
          tasks: {a: {duration: 1d}, s: {duration: 4d}, own: {duration: 20d}}
        beta:
          tasks:
            b: {duration: 2d, after: [apollo/plan.a FS+1d, apollo/plan.s SS+2d]}
            own: {duration: 12d}
        gamma:
          tasks:
            c: {duration: 1d, after: beta/plan.b, deadline: 2026-06-09}
            own: {duration: 15d}
        """)
    )
    # c has two days until its deadline, and so have b, a and s
    assert floats(plans, "apollo") == "a 19/2, s 16/2, own 0/0"
    assert floats(plans, "beta") == "b 8/2, own 0/0"


def test_projects_that_wait_for_each_other() -> None:
    plans = Plans(
        book("""
        apollo:
          tasks:
            a: {duration: 2d}
            c: {duration: 2d, after: beta/plan.b}
            own: {duration: 20d}
        beta:
          tasks:
            b: {duration: 1d, after: apollo/plan.a}
            d: {duration: 1d, after: apollo/plan.c}
            own: {duration: 9d}
        """)
    )
    assert floats(plans, "apollo") == "a 18/3, c 15/3, own 0/0"
    assert floats(plans, "beta") == "b 6/3, d 3/3, own 0/0"


def test_what_waits_for_a_summary_bounds_its_parts() -> None:
    plans = Plans(
        book("""
        apollo:
          tasks:
            phase: {tasks: {x: {duration: 2d}, y: {duration: 4d}}}
            own: {duration: 20d}
        beta: {tasks: {b: {duration: 1d, after: apollo/plan.phase}}}
        """)
    )
    assert floats(plans, "apollo") == "phase 16/0, phase.x 18/2, phase.y 16/0, own 0/0"


@st.composite
def work(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to ten tasks of three projects; links and durations are whole days."""
    found = []
    for at in range(draw(st.integers(2, 10))):
        before = draw(st.lists(st.integers(0, at - 1), max_size=2, unique=True)) if at else []
        lags = st.sampled_from(("FS", "FS+1d", "FS-1d", "SS+2d", "FF+1d"))
        found.append(
            {
                "id": f"t{at}",
                "home": draw(st.sampled_from(PROJECTS)),
                "duration": f"{draw(st.integers(1, 6))}d",
                "after": [(other, draw(lags)) for other in before],
            }
        )
    return found


def planned(found: list[dict[str, Any]], late: dict[int, date]) -> Plans:
    """The plans, some tasks held back to a date."""
    records: list[Project | Task] = [
        Project.model_validate({**CHARTER, "id": one, "title": one, "project": one}) for one in PROJECTS
    ]
    for at, one in enumerate(found):
        after = [f"{found[other]['home']}/plan.t{other} {link}" for other, link in one["after"]]
        held = {"constraint": {"type": "SNET", "date": late[at]}} if at in late else {}
        own = {"id": one["id"], "title": one["id"], "project": one["home"], "parent": ""}
        records.append(Task.model_validate({**own, **held, "duration": one["duration"], "after": after}))
    return Plans(Book(tuple(records), status_date=STATUS))


def ends(plans: Plans) -> list[date | None]:
    return [plan.finish for plan in plans.values()]


@given(work(), st.data())
def test_it_is_how_far_one_task_can_slip(found: list[dict[str, Any]], data: st.DataObject) -> None:
    plans = planned(found, {})
    at = data.draw(st.integers(0, len(found) - 1))
    home = found[at]["home"]
    reach = plans.portfolio_floats(home)
    assume(reach)
    entry = plans[home].by_address[f"{home}/plan.t{at}"]
    days = reach[entry.record.address] // DAY
    assert 0 <= days <= entry.total_float // DAY
    table = plans.settled(home).timetable
    calendar, start = table.network.calendar, table.start[plans.settled(home).row(entry_row(plans, home, at))]
    for more, slips in ((0, False), (1, True)):
        day = date.fromordinal(calendar.add(start, (days + more) * DAY + 1) // 1440 + 1)
        assert (ends(planned(found, {at: day})) != ends(plans)) is slips


def entry_row(plans: Plans, home: str, at: int) -> int:
    """The index of a task in the work breakdown of its project."""
    return plans.settled(home).draft.outline.work.index[f"t{at}"] or 0
