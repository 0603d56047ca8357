"""Records that break planners: each is a plan with faults that name all that takes part, never a crash."""

from __future__ import annotations

from datetime import date

from handbook.planning.plan import Plan, PlanFault
from handbook.planning.plans import Plans, plan
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task

from tests.books import CHARTER, STATUS, book


def faults(text: str, project: str = "apollo") -> tuple[PlanFault, ...]:
    return plan(book(text), project).faults


def waits(fault: PlanFault) -> list[str]:
    return list(map(str, fault.waits))


def written(tasks: dict[str, list[str]]) -> Book:
    """A book with one project, its tasks by id with what each waits for; as YAML it would be slow."""
    own = {"duration": "1d", "project": "apollo", "parent": ""}
    return Book(
        (
            Project.model_validate({**CHARTER, "id": "apollo", "title": "Apollo", "project": "apollo"}),
            *(
                Task.model_validate({**own, "id": one, "title": one.upper(), "after": after})
                for one, after in tasks.items()
            ),
        ),
        status_date=STATUS,
    )


def chain(count: int, *closing: str) -> Plan:
    """The plan of tasks that each wait for the one before; the first waits for what is ``closing``."""
    tasks = {f"t{n}": [f"t{n - 1}"] if n else list(closing) for n in range(count)}
    return plan(written(tasks), "apollo")


def test_a_circle_of_any_length_names_all_its_links() -> None:
    (fault,) = chain(50, "t49 SS+2d").faults
    assert fault.text.startswith("'T0' waits for 'T49', 'T49' for 'T48'")
    assert "and so on through 43 more" in fault.text
    assert fault.text.endswith("planned as if 'T0' did not wait for 'T49'")
    names = [f"'T{n}' waits for 'T{n - 1}' (t{n - 1})" for n in range(1, 50)]
    assert waits(fault) == ["'T0' waits for 'T49' (t49 SS+2d)", *names]
    assert [record.id for record in fault.records] == [f"t{n}" for n in range(50)]


def test_a_circle_of_ten_thousand_is_opened() -> None:
    (fault,) = chain(10_000, "t9999").faults
    assert len(fault.waits) == 10_000


def test_thousands_of_circles_are_opened_one_by_one() -> None:
    pairs = {f"t{n}": [f"t{n ^ 1}"] for n in range(3_000)}
    found = plan(written(pairs), "apollo").faults
    assert len(found) == 1_500
    assert {len(fault.waits) for fault in found} == {2}


def test_a_tangle_names_every_link_that_is_left_out() -> None:
    names = [f"t{n}" for n in range(12)]
    tasks = {one: [other for other in names if other != one] for one in names}
    found = plan(written(tasks), "apollo").faults
    left_out = {str(fault.waits[0]) for fault in found[:-1]} | set(waits(found[-1]))
    assert len(left_out) == 12 * 11 / 2
    assert all(fault.records for fault in found)


def test_a_circle_through_projects_names_the_links_of_all() -> None:
    plans = Plans(
        book("""
        apollo: {tasks: {a: {title: A, duration: 2d, after: [beta/M-1 FS+1w]}}}
        beta:
          tasks: {b: {title: B, duration: 1d, after: [gamma/plan.g FF-1d]}}
          milestones: {M-1: {title: M, after: b}}
        gamma: {tasks: {g: {title: G, tasks: {h: {title: H, duration: 1d, after: apollo/plan.a}}}}}
        """)
    )
    names = [
        "'A' waits for 'M' (beta/M-1 FS+1w)",
        "'H' waits for 'A' (apollo/plan.a)",
        "'B' waits for 'G' (gamma/plan.g FF-1d)",
        "'M' waits for 'B' (b)",
    ]
    for project in plans:
        (fault,) = plans[project].faults
        assert sorted(waits(fault)) == sorted(names)


def test_nothing_is_named_that_is_withheld() -> None:
    (fault,) = faults("""
        apollo:
          tasks:
            a: {title: A, duration: 2d, after: secret}
            secret: {title: Secret, duration: 2d, withheld: true, after: a}
        """)
    assert "ecret" not in str(fault)
    shown = [wait for wait in fault.waits if wait.is_shown]
    assert list(map(str, shown)) == ["'A' waits for work that is not shown"]


def test_impossible_constraints_are_told_with_both_sides() -> None:
    found = faults("""
        apollo:
          project: {start: 2026-06-01}
          tasks:
            a: {title: A, duration: 5d}
            b: {title: B, duration: 5d, after: a}
            c: {title: C, duration: 1d, after: [b FS+1d], constraint: {type: MSO, date: 2026-06-03}}
            early: {title: Early, duration: 1d, constraint: {type: MFO, date: 2026-05-28}}
            held: {title: Held, duration: 1d, constraint: {type: SNET, date: 2026-07-01}}
            after: {title: After, duration: 1d, after: held, constraint: {type: FNLT, date: 2026-06-30}}
            far: {title: Far, duration: 1d, after: beta/plan.z, constraint: {type: SNLT, date: 2026-06-02}}
            phase:
              title: Phase
              constraint: {type: FNLT, date: 2026-06-02}
              tasks: {part: {title: Part, duration: 4d, after: a}}
            begun:
              title: Begun
              duration: 9d
              started: 2026-06-01
              constraint: {type: FNLT, date: 2026-06-03}
        beta: {tasks: {z: {title: Z, duration: 3d}}}
        """)
    assert [fault.text for fault in found] == [
        "'C': must start on 3 June 2026, but 16 June 2026 is the earliest possible: it waits for 'B', and so"
        " in the end for 'A', which begins with the project on 1 June 2026",
        "'Early': must finish on 28 May 2026, but 1 June 2026 is the earliest possible: it cannot begin"
        " before the status date, 1 June 2026",
        "'After': no finish after 30 June 2026, but 2 July 2026 is the earliest possible: it waits for"
        " 'Held', which has the constraint 'no start before 1 July 2026'",
        "'Far': no start after 2 June 2026, but 4 June 2026 is the earliest possible: it waits for 'Z', which"
        " is expected in the other project on 3 June 2026",
        "'Phase': no finish after 2 June 2026, but 11 June 2026 is the earliest possible: it waits for 'A',"
        " which begins with the project on 1 June 2026",
        "'Begun': no finish after 3 June 2026, but 11 June 2026 is the earliest possible: it began on"
        " 1 June 2026",
    ]
    assert waits(found[0]) == ["'C' waits for 'B' (b FS+1d)", "'B' waits for 'A' (a)"]
    assert {fault.kind for fault in found} == {"conflict"}


def test_a_calendar_without_any_working_day_is_a_fault_of_each_who_works_in_it() -> None:
    found = plan(
        book("""
        calendars: {never: {work: {mon: free}}}
        apollo:
          project: {calendar: never}
          tasks: {a: {title: A, duration: 2d}, b: {title: B, duration: 1d, after: a, calendar: never}}
        """),
        "apollo",
    )
    assert [fault.kind for fault in found.faults] == ["no-working-time"] * len(found.faults)
    assert found.finish == date(2026, 6, 3)


def test_holidays_to_the_end_of_time_leave_no_time() -> None:
    (fault,) = faults("""
        calendars: {gone: {holidays: [{from: 2026-06-01, to: 9999-12-31}]}}
        apollo: {tasks: {a: {title: A, duration: 2d, calendar: gone}}}
        """)
    assert str(fault) == "no-working-time: 'A' finds no time before the end of 2076"


def test_lags_of_a_thousand_days_and_leads_of_as_many() -> None:
    found = plan(
        book("""
        apollo:
          tasks:
            a: {duration: 1d}
            b: {duration: 1d, after: [a FS+1000d]}
            c: {duration: 1d, after: [b FS-1000d]}
            d: {duration: 1d, after: [a FS+1000ed]}
        """),
        "apollo",
    )
    finish = {entry.record.id: entry.finish.date() for entry in found}
    assert found.faults == ()
    assert found.working_days(finish["a"], finish["b"]) == 1001
    assert finish["c"] == date(2026, 6, 3)
    assert finish["d"] == date(2029, 2, 26)


def test_the_year_9999() -> None:
    found = plan(
        book(
            "apollo: {project: {start: 9999-12-20}, tasks: {a: {duration: 3d}, b: {duration: 2d, after: a}}}",
            date(9999, 12, 20),
        ),
        "apollo",
    )
    assert found.faults == ()
    assert [entry.finish.date() for entry in found] == [date(9999, 12, 22), date(9999, 12, 24)]


def test_a_chain_of_work_without_length_stands_in_one_moment() -> None:
    tasks = ", ".join(f"t{n}: {{duration: 0d{f', after: t{n - 1}' if n else ''}}}" for n in range(200))
    found = plan(book(f"apollo: {{tasks: {{{tasks}}}}}"), "apollo")
    assert found.faults == ()
    assert {(entry.start, entry.finish) for entry in found} == {(found.entries[0].start,) * 2}
    assert all(entry.critical and entry.total_float == 0 for entry in found)


def test_a_chain_of_ten_thousand_tasks() -> None:
    found = chain(10_000)
    assert found.faults == ()
    assert found.start is not None
    assert found.finish is not None
    assert found.working_days(found.start, found.finish) == 9_999
    assert all(entry.critical for entry in found)
