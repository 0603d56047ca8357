"""What holds for the plan of any book, however its records were written."""

from __future__ import annotations

from datetime import timedelta

from handbook.planning.plan import Plan
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from hypothesis import given
from hypothesis import strategies as st

from tests.books import CHARTER, STATUS

PROJECTS = ("apollo", "beta", "gamma")
IDS = ("a", "b", "c", "a.x", "a.y", "b.x", "M-1", "M-2")
LINKS = st.builds(
    "{}{} {}{}".format,
    st.sampled_from(("", "", "", "apollo/", "beta/", "nobody/")),
    st.sampled_from(IDS),
    st.sampled_from(("FS", "SS", "FF", "SF")),
    st.sampled_from(("", "+1d", "-2d", "+3ed", "-1w")),
).map(lambda text: text.strip())
DAYS = st.dates(STATUS - timedelta(days=40), STATUS + timedelta(days=40)).map(str)
DURATIONS = st.sampled_from(("0d", "1d", "3.5d", "2w", "5h", "2ed", "90min"))
BOUNDS = st.fixed_dictionaries(
    {"type": st.sampled_from(("ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"))},
    optional={"date": DAYS},
)
TASKS = st.fixed_dictionaries(
    {},
    optional={
        "duration": DURATIONS,
        "effort": DURATIONS,
        "remaining": DURATIONS,
        "after": st.lists(LINKS, max_size=3),
        "constraint": BOUNDS,
        "deadline": DAYS,
        "started": DAYS,
        "finished": DAYS,
        "progress": st.sampled_from(("0%", "30%", "100%")),
        "withheld": st.booleans(),
    },
)
MILESTONES = st.fixed_dictionaries(
    {}, optional={"after": st.lists(LINKS, max_size=3), "due": DAYS, "expected": DAYS, "reached": DAYS}
)
STATUSES = st.sampled_from(("proposed", "active", "on-hold", "completed", "cancelled"))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A book of three projects that may wait for each other in any sense or nonsense."""
    records: list[Project | Task | Milestone] = []
    for project in PROJECTS:
        charter = {**CHARTER, "title": project, "status": draw(STATUSES)}
        records.append(Project.model_validate({**charter, "id": project, "project": project}))
        for name in IDS:
            parent = name.rpartition(".")[0]
            own = {"id": name, "title": name, "project": project, "parent": parent}
            if name.startswith("M"):
                records.append(Milestone.model_validate({**draw(MILESTONES), **own}))
            elif draw(st.integers(0, 3)):
                records.append(Task.model_validate({**draw(TASKS), **own}))
    return Book(tuple(records), status_date=STATUS)


@given(books())
def test_every_task_has_dates_and_every_summary_spans_its_parts(book: Book) -> None:
    plans = Plans(book)
    for project in plans:
        plan = plans[project]
        planned = [entry.record.id for entry in plan if not entry.is_milestone]
        assert sorted(planned) == sorted(task.id for task in book.of(Task, project))
        for entry in plan:
            assert entry.start <= entry.finish
            assert entry.early_start <= entry.early_finish
            assert 0 <= entry.progress <= 1
            inside = [one for one in plan if one.record.parent == entry.record.id and not one.is_milestone]
            if inside:
                assert entry.summary
                assert entry.start == min(entry.start, *(one.start for one in inside))
                assert entry.finish >= max(one.finish for one in inside)


@given(books())
def test_the_order_in_which_plans_are_asked_for_changes_nothing(book: Book) -> None:
    forward, backward = Plans(book), Plans(book)
    asked = [str(backward[project]) for project in reversed(PROJECTS)]
    assert [str(forward[project]) for project in PROJECTS] == asked[::-1]


@given(books())
def test_open_work_keeps_its_finish_to_start_links(book: Book) -> None:
    """But for links that a fault says are left out, and dates that a constraint holds against them."""
    plans = Plans(book)
    for project in plans:
        plan = plans[project]
        if plan.faults:
            continue
        for entry in plan:
            if entry.state == "open" and not entry.summary and _is_free(entry.record):
                for dependency in entry.record.after:
                    before = _predecessor(book, plan, dependency.target)
                    if before and dependency.type == "FS" and dependency.lag is None:
                        assert entry.start.date() >= before.finish.date()


def _is_free(record: Task | Milestone) -> bool:
    return isinstance(record, Milestone) or record.constraint is None


def _predecessor(book: Book, plan: Plan, target: str):
    found = book.find(target, plan.project, ("task", "milestone"))
    return plan.entry(found) if found and found.project == plan.project else None
