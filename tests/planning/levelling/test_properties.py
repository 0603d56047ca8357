"""What holds for the levelled plans of any book, however its work is assigned."""

from __future__ import annotations

from datetime import timedelta

from handbook.exchange.levelled import levelled_text
from handbook.planning.levelling.level import level
from handbook.planning.levelling.outcome import Outcome
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.person import Person
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from handbook.schedule.instants import instant
from handbook.schedule.levelling import first_plan
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.books import CHARTER, STATUS

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making a failing book smaller: a plan that is levelled anew for each takes minutes of that."""

PROJECTS = ("apollo", "beta")
IDS = ("a", "b", "c", "d", "e")
LEAVE = {"from": str(STATUS + timedelta(3)), "to": str(STATUS + timedelta(8))}
PEOPLE = (
    Person.model_validate({"id": "ana", "name": "Ana", "leave": LEAVE}),
    Person.model_validate({"id": "tom", "name": "Tom", "capacity": "50%"}),
    Person.model_validate({"id": "eve", "name": "Eve", "team": "web", "skills": {"python": "3"}}),
    Person.model_validate({"id": "kai", "name": "Kai", "team": "web", "skills": {"python": "2"}}),
    Team.model_validate({"id": "web", "title": "Web"}),
)
SHARES = {"ana": ("40%", "100%"), "tom": ("25%", "50%"), "eve": ("50%", "100%"), "team/web": ("1", "2")}
WAYS = st.sampled_from([{who: share} for who, shares in SHARES.items() for share in shares])
TASKS = st.fixed_dictionaries(
    {"assigned": WAYS},
    optional={
        "one_of": st.sampled_from([{"ana": "50%", "kai": "100%"}, {"tom": "50%", "eve": "50%"}]),
        "duration": st.sampled_from(("1d", "3.5d", "5d", "4h")),
        "effort": st.sampled_from(("1d", "4d")),
        "skills": st.just(["python"]),
        "priority": st.sampled_from(("0", "900")),
        "split": st.sampled_from(("true", "false")),
        "after": st.lists(st.sampled_from(("a", "b", "apollo/c SS+1d", "beta/a", "beta/d")), max_size=1),
    },
)
BEGUN = st.sampled_from(({}, {}, {}, {"started": str(STATUS - timedelta(4)), "progress": "30%"}))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Two projects that share four people, one of them part-time, one away, two in a team."""
    records: list[Project | Task | Person | Team] = list(PEOPLE)
    for project in PROJECTS:
        records.append(
            Project.model_validate({**CHARTER, "title": project, "id": project, "project": project})
        )
        for name in IDS:
            own = {"id": name, "title": name, "project": project}
            fields = {"duration": "2d", **draw(TASKS), **draw(BEGUN), **own}
            records.append(Task.model_validate(fields))
    return Book(tuple(records), status_date=STATUS)


def levelled(book: Book) -> list[Outcome]:
    return list(level(book, (), first_plan))


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(books())
def test_nobody_has_more_work_than_time_on_any_day(book: Book) -> None:
    for outcome in levelled(book):
        if outcome.notes:
            continue  # what has begun, or is fixed, asks for too much by itself
        spent: dict[tuple[str, int], float] = {}
        there: dict[tuple[str, int], float] = {}
        for project in outcome.projects:
            _count(outcome.plans, project, spent, there)
        over = {key: (work, there[key]) for key, work in spent.items() if work > there[key] + 1e-6}
        assert not over, over


@settings(max_examples=20, deadline=None, phases=PHASES)
@given(books())
def test_work_in_progress_stays_where_it_is(book: Book) -> None:
    free = Plans(book, levelled=False)
    for outcome in levelled(book):
        for project in outcome.projects:
            for entry in outcome.plans[project]:
                before = free[project].entry(entry.record)
                if entry.state == "started" and before:
                    assert (entry.start, entry.finish) == (before.start, before.finish)


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(books())
def test_the_plan_has_the_dates_that_are_kept_and_the_same_each_time(book: Book) -> None:
    for one, other in zip(levelled(book), levelled(book), strict=True):
        for project, schedule in one.schedules.items():
            assert levelled_text(schedule) == levelled_text(other.schedules[project])
            for id_, kept in schedule.entries.items():
                entry = one.plans[project].by_id["task", id_]
                if entry.state == "open":
                    assert (entry.start.date(), entry.finish.date()) == (kept.start.date(), kept.finish), id_


def _count(
    plans: Plans, project: str, spent: dict[tuple[str, int], float], there: dict[tuple[str, int], float]
) -> None:
    """Add up the minutes that open work of a project asks of people, and their team, on each day."""
    settled = plans.settled(project)
    presence = settled.draft.tools.presence
    people = {one.id: one for one in presence.parties.everybody}
    for row, activity in enumerate(settled.timetable.network.activities):
        task = settled.draft.item(row)
        if not isinstance(task, Task):
            continue
        calendar = activity.calendar or settled.timetable.network.calendar
        first = max(settled.timetable.start[row], instant(STATUS, 0))
        last = settled.timetable.finish[row]
        for number in range((last - first) // 1440 + 2 if last > first else 0):
            day = STATUS + timedelta((first - instant(STATUS, 0)) // 1440 + number)
            start, end = max(first, instant(day, 0)), min(last, instant(day, 1440))
            worked = calendar.between(start, end) if start < end else 0
            if not worked:
                continue
            shares: dict[str, float] = {}
            for party, units in settled.draft.tools.staffing.of(task).items():
                name = party.removeprefix("@")
                shares[name] = shares.get(name, 0.0) + units
                if name in {"eve", "kai"}:
                    shares["team/web"] = shares.get("team/web", 0.0) + units
            for name, units in shares.items():
                # Nobody gives more than they have: a task that asks for more is a fault of its own.
                capacity = people[name].capacity if name in people else 2.0
                own = presence.person(people[name]) if name in people else presence.base
                time = own.between(instant(day, 0), instant(day, 1440))
                there[name, day.toordinal()] = time * capacity
                _add(spent, name, day.toordinal(), min(units, capacity) * min(worked, time))


def _add(spent: dict[tuple[str, int], float], name: str, day: int, work: float) -> None:
    spent[name, day] = spent.get((name, day), 0.0) + work
