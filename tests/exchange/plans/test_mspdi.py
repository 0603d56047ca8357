"""Files of Microsoft Project, piece by piece: what is read of them, and what is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from handbook.api import Book, load, plan
from handbook.exchange.plans.mspdi.reading import read_mspdi
from handbook.exchange.tables.table import CannotRead
from handbook.records.kinds.calendar import Calendar
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.person import Person
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.plans.imports import imported

WEEK = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes>"
    "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>"
    "</WorkingTimes></WeekDay>"
    for day in range(2, 7)
)


def xml(
    tasks: str = "", *, calendars: str = "", resources: str = "", assignments: str = "", head: str = ""
) -> bytes:
    """A file that begins on Monday, 5 January 2026."""
    return (
        '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Mill</Title>'
        f"<StartDate>2026-01-05T08:00:00</StartDate><CalendarUID>1</CalendarUID>{head}"
        f"<Calendars><Calendar><UID>1</UID><Name>Standard</Name><WeekDays>{WEEK}</WeekDays></Calendar>"
        f"{calendars}</Calendars><Tasks>{tasks}</Tasks>"
        f"<Resources>{resources}</Resources><Assignments>{assignments}</Assignments></Project>"
    ).encode()


def task(uid: int, name: str = "", more: str = "", *, level: int = 1, hours: int = 8) -> str:
    return (
        f"<Task><UID>{uid}</UID><Name>{name or f'T{uid}'}</Name><OutlineLevel>{level}</OutlineLevel>"
        f"<Duration>PT{hours}H0M0S</Duration><DurationFormat>7</DurationFormat>{more}</Task>"
    )


def link(uid: int, kind: int = 1, lag: int = 0, form: int = 7, more: str = "") -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>{kind}</Type><LinkLag>{lag}</LinkLag>"
        f"<LagFormat>{form}</LagFormat>{more}</PredecessorLink>"
    )


def records(raw: bytes, root: Path) -> tuple[Book, str]:
    file = root / "mill.xml"
    file.write_bytes(raw)
    done = imported(file, root, "--project", "mill")
    assert done.exit_code == 0, done.output
    loaded = load(root, status_date=date(2026, 1, 5))
    assert not loaded.problems, loaded.problems
    return loaded.book, done.output


def test_links_and_lags(tmp_path: Path) -> None:
    lags = [
        link(1),
        link(1, 3, 9600),
        link(1, 0, -2400),
        link(1, 2, 28800, 8),
        link(1, 1, 50, 19),
        link(1, 1, 300, 5),
    ]
    tasks = task(1, hours=16) + "".join(task(uid, more=lag) for uid, lag in enumerate(lags, 2))
    book, _ = records(xml(tasks), tmp_path)
    found = [str(record.after[0]) for record in book.of(Task) if record.after]
    assert found == ["t1", "t1 SS+2d", "t1 FF-0.5d", "t1 SF+2ed", "t1 FS+1d", "t1 FS+0.5h"]


def test_names_become_ids_that_are_unique(tmp_path: Path) -> None:
    names = [
        "Build",
        "build!",
        "工程",
        "",
        "2nd try",
        "Überprüfung der <b>Anlage</b>",
        "x" * 400,
        "\u202egnp",
    ]
    tasks = "".join(task(uid, name or " ") for uid, name in enumerate(map(escaped, names), 1))
    book, output = records(xml(tasks), tmp_path)
    ids = [record.id for record in book.of(Task)]
    assert ids[:6] == ["build", "build-2", "task-3", "task-4", "n-2nd-try", "uberprufung-der-b-anlage-b"]
    assert len({id_.casefold() for id_ in ids}) == len(names)
    assert "it has no name" in output
    assert [record.title for record in book.of(Task)][2:4] == ["工程", "Task 4"]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def test_deep_outlines_keep_within_what_an_id_may_be(tmp_path: Path) -> None:
    tasks = "".join(
        task(level, f"A rather long name of level {level}", level=level) for level in range(1, 41)
    )
    book, _ = records(xml(tasks), tmp_path)
    assert len(book.of(Task)) == 40
    assert max(len(record.id) for record in book.of(Task)) <= 80
    assert len(plan(book, "mill").entries) == 40


def test_calendars_holidays_and_leave(tmp_path: Path) -> None:
    exceptions = (
        "<Exceptions><Exception><TimePeriod><FromDate>2026-12-25T00:00:00</FromDate>"
        "<ToDate>2027-12-31T23:59:00</ToDate></TimePeriod><Name>Christmas</Name><Type>2</Type><Month>11</Month>"
        "<MonthDay>25</MonthDay><DayWorking>0</DayWorking></Exception>"
        "<Exception><TimePeriod><FromDate>2026-02-07T00:00:00</FromDate><ToDate>2026-02-07T23:59:00</ToDate>"
        "</TimePeriod><Type>1</Type><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
        "<FromTime>09:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></Exception></Exceptions>"
    )
    calendars = (
        f"<Calendar><UID>7</UID><Name>Mill</Name><WeekDays>{WEEK}</WeekDays>{exceptions}</Calendar>"
        "<Calendar><UID>8</UID><Name>Ana</Name><BaseCalendarUID>7</BaseCalendarUID><WeekDays><WeekDay>"
        "<DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-03-02T00:00:00</FromDate>"
        "<ToDate>2026-03-06T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays></Calendar>"
    )
    resources = (
        "<Resource><UID>1</UID><Name>Ana Silva</Name><Type>1</Type><MaxUnits>0.5</MaxUnits>"
        "<EmailAddress>ana@example.org</EmailAddress><CalendarUID>8</CalendarUID>"
        "<StandardRate>80</StandardRate></Resource>"
        "<Resource><UID>2</UID><Name>Crew</Name><Type>1</Type><MaxUnits>3</MaxUnits></Resource>"
        "<Resource><UID>3</UID><Name>Concrete</Name><Type>0</Type></Resource>"
    )
    assignments = "".join(
        f"<Assignment><UID>{uid}</UID><TaskUID>1</TaskUID><ResourceUID>{uid}</ResourceUID><Units>{units}</Units>"
        f"<Cost>{cost}</Cost></Assignment>"
        for uid, units, cost in ((1, "0.5", 0), (2, "2", 0), (3, "5", 120000))
    )
    raw = xml(
        task(1, more="<CalendarUID>7</CalendarUID><FixedCost>5000</FixedCost>"),
        calendars=calendars,
        resources=resources,
        assignments=assignments,
        head="<CurrencyCode>EUR</CurrencyCode>",
    )
    book, output = records(raw, tmp_path)
    mill = next(record for record in book.of(Calendar) if record.id == "mill")
    assert [(free.on, free.title) for free in mill.holidays] == [
        (date(2026, 12, 25), "Christmas"),
        (date(2027, 12, 25), "Christmas"),
    ]
    assert [(extra.on, extra.hours) for extra in mill.extra_work] == [(date(2026, 2, 7), ((540, 1440),))]
    (ana,) = book.of(Person)
    assert (ana.email, ana.capacity, ana.calendar, str(ana.rate)) == (
        "ana@example.org",
        0.5,
        "mill",
        "640\u00a0EUR",
    )
    assert [(one.from_, one.to) for one in ana.leave] == [(date(2026, 3, 2), date(2026, 3, 6))]
    assert [(team.id, team.capacity) for team in book.of(Team)] == [("crew", 3.0)]
    (work,) = book.of(Task)
    assert dict(work.assigned) == {"ana-silva": 0.5, "team/crew": 2.0}
    assert (work.calendar, str(work.cost)) == ("mill", "1\u00a0250\u00a0EUR")
    assert "resource 'Concrete' is no worker: only what it costs is read" in output


def test_milestones_and_constraints(tmp_path: Path) -> None:
    bound = "<ConstraintType>4</ConstraintType><ConstraintDate>2026-01-09T{}:00</ConstraintDate>"
    tasks = [
        task(1),
        task(2, "Told", link(1) + "<Deadline>2026-02-02T17:00:00</Deadline>", hours=0),
        task(3, "Alone", hours=0),
        task(4, "Bound", link(1) + bound.format("08:00"), hours=0),
        task(5, "Morning", bound.format("08:00")),
        task(6, "Noon", bound.format("13:00")),
        task(7, "Evening", bound.format("17:00")),
        task(
            8,
            "Reached",
            "<PercentComplete>100</PercentComplete><ActualFinish>2026-01-05T17:00:00</ActualFinish>",
            hours=0,
        ),
    ]
    book, output = records(xml("".join(tasks)), tmp_path)
    assert {record.id: record.due for record in book.of(Milestone)} == {
        "told": date(2026, 2, 2),
        "reached": None,
    }
    dates = {record.id: record.constraint.date for record in book.of(Task) if record.constraint}
    assert dates == {
        "bound": date(2026, 1, 9),
        "morning": date(2026, 1, 9),
        "noon": date(2026, 1, 9),
        "evening": date(2026, 1, 12),
    }
    assert "'Noon': its constraint SNET 2026-01-09 13:00 is read as the beginning of 2026-01-09" in output
    assert "'Morning'" not in output
    assert "'Evening'" not in output


def test_a_plan_too_large_for_a_file_is_written_in_several(tmp_path: Path) -> None:
    notes = f"<Notes>{'long ' * 9000}</Notes>"
    tasks = "".join(task(uid, level=1 + uid % 2, more=notes) for uid in range(2, 30))
    book, output = records(xml(tasks), tmp_path)
    assert "it is too large for one file: outermost tasks stand in 'tasks/', in order of names" in output
    assert len(list((tmp_path / "projects" / "mill" / "tasks").iterdir())) == 14
    assert len(plan(book, "mill").entries) == 28
    (tmp_path / "one.xml").write_bytes(
        xml(task(1) + "".join(task(uid, level=2, more=notes) for uid in range(2, 40)))
    )
    done = imported(tmp_path / "one.xml", tmp_path, "--project", "one")
    assert done.exit_code == 1
    assert "'projects/one/tasks/t1.md' would be larger than the 1 MiB that are read of a file" in done.output


@pytest.mark.parametrize(
    ("tasks", "told"),
    [
        (task(1) + task(1, "Again"), "'Again' – its UID 1 is taken"),
        (task(1, more=link(9)), "'T1': not read: it waits for task 9, which is not there"),
        (task(1, more=link(1)), "'T1': not read: it waits for itself"),
        (task(1, more="<Active>0</Active>") + task(2), "not read: 'T1' – it is inactive"),
        (
            task(1, more="<ExternalTask>1</ExternalTask>") + task(2),
            "not read: 'T1' – it stands in another file",
        ),
        (task(1, more=link(2, more="<CrossProject>1</CrossProject>")), "it waits for '2' in another file"),
        (
            task(1, more="<ConstraintType>4</ConstraintType>"),
            "not read: the constraint SNET – it has no date",
        ),
        (task(1, more="<ConstraintType>11</ConstraintType>"), "not read: a constraint of the type 11"),
        (
            task(1, more="<Deadline>soon</Deadline>"),
            "Deadline – expected a date like 2026-03-02T08:00:00, found 'soon'",
        ),
        (
            task(1, more="<LevelingDelay>4800</LevelingDelay>"),
            "not read: a delay of 8 hours by levelling",
        ),
        (
            task(1, more="<Estimated>1</Estimated>") + task(2, more="<Estimated>1</Estimated>"),
            "not read: Estimated (2 tasks)",
        ),
        (task(1, more="<Frobnication>yes</Frobnication>"), "not read: Frobnication (1 task)"),
        (task(1, more="<CalendarUID>99</CalendarUID>"), "not read: the calendar 99, which is not there"),
    ],
)
def test_what_is_not_read_is_told(tasks: str, told: str, tmp_path: Path) -> None:
    _, output = records(xml(tasks), tmp_path)
    assert told in output


def test_a_circle_is_read_and_left_to_the_check(tmp_path: Path) -> None:
    book, _ = records(xml(task(1, more=link(2)) + task(2, more=link(1))), tmp_path)
    assert [fault.kind for fault in plan(book, "mill").faults] == ["cycle"]


def test_the_end_of_time(tmp_path: Path) -> None:
    late = "<ConstraintType>4</ConstraintType><ConstraintDate>9999-12-31T23:00:00</ConstraintDate>"
    tasks = (
        task(1, more=late)
        + task(2, hours=999_999_999)
        + task(3, more="<Deadline>0001-01-01T00:00:00</Deadline>")
    )
    book, _ = records(xml(tasks), tmp_path)
    assert len(plan(book, "mill").entries) == 3


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "it is no XML"),
        (b"<Project", "it is no XML"),
        (b"<Project><Tasks></Project>", "mismatched tag in line 1"),
        (b"<html/>", "expected the XML of Microsoft Project, found XML with the root 'html'"),
        (b'<Project xmlns="urn:other"/>', "expected the XML of Microsoft Project"),
        (b"<Project/>", "expected a StartDate, found a plan without any date"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><Project/>', "it declares a document type or an entity"),
        (b"<Project>" + b"<Tasks>" * 100, "more than 32 elements inside each other"),
        (b"\xff\xfe<\x00", "it is no XML"),
        (b'<?xml version="1.0" encoding="klingon"?><Project/>', "it is no XML"),
    ],
)
def test_a_file_that_is_none(raw: bytes, message: str) -> None:
    with pytest.raises(CannotRead) as found:
        read_mspdi(raw)
    assert message in str(found.value)


def test_a_file_that_is_none_ends_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"<Project><Tasks>\n</Project>")
    done = imported(tmp_path / "a.xml", tmp_path, "--project", "x")
    assert done.exit_code == 1
    assert done.output == "Error: a.xml: it is no XML: mismatched tag in line 2\n"
    assert not (tmp_path / "projects" / "x").exists()


def test_a_charter_that_is_there_is_kept(tmp_path: Path) -> None:
    charter = tmp_path / "projects" / "x" / "project.yml"
    charter.parent.mkdir(parents=True)
    text = "title: X\nmanager: ana\nsponsor: ana\nstatus: active\nstart: 2026-02-02\n"
    charter.write_text(text)
    (tmp_path / "a.xml").write_bytes(xml(task(1)))
    done = imported(tmp_path / "a.xml", tmp_path, "--project", "x")
    assert done.exit_code == 0, done.output
    assert charter.read_text() == text
    assert "a.xml: the charter keeps its calendar; the plan was made in 'standard'" in done.output
    assert "a.xml: the charter keeps its start, 2026-02-02; the plan began on 2026-01-05" in done.output
    done = imported(tmp_path / "a.xml", tmp_path, "--project", "x", "--set", "manager=ana")
    assert done.exit_code != 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--project", "1 2"], "expected an id like apollo for the project, found '1 2'"),
        (["--project", "x", "--set", "mood=calm"], "a project has no field 'mood'"),
        (
            ["--project", "x", "--kind", "task", "--format", "mspdi"],
            "--kind is for tables and --format for plans",
        ),
        (["--project", "x", "--root", "/nowhere-at-all"], "does not exist"),
    ],
)
def test_options_that_make_no_sense(options: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(xml(task(1)))
    done = imported(tmp_path / "a.xml", tmp_path, *options)
    assert done.exit_code == 2
    assert told in done.output


def test_a_project_that_has_a_plan_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(xml(task(1)))
    assert imported(tmp_path / "a.xml", tmp_path, "--project", "x").exit_code == 0
    before = (tmp_path / "projects" / "x" / "plan.yml").read_bytes()
    done = imported(tmp_path / "a.xml", tmp_path, "--project", "X")
    assert (done.exit_code, "project 'x' has a plan" in done.output) == (1, True)
    assert (tmp_path / "projects" / "x" / "plan.yml").read_bytes() == before


ANY = st.sampled_from(
    ["", "0", "-1", "1", "99999999999999999999", "NaN", "PT8H0M0S", "P", "2026-01-05T08:00:00", "\u202e", "x"]
)
NAMES = st.sampled_from(
    """UID Name OutlineLevel Duration DurationFormat ConstraintType ConstraintDate Deadline PercentComplete
    ActualStart ActualFinish RemainingDuration CalendarUID Priority Type Manual ManualStart Work WBS Milestone
    FixedCost Notes HyperlinkAddress""".split()  # noqa: SIM905
)


@given(tasks=st.lists(st.dictionaries(NAMES, ANY, max_size=8), max_size=5))
def test_whatever_stands_in_a_task_is_read_or_told(tasks: list[dict[str, str]]) -> None:
    """Nothing breaks, and what comes of it is a plan of records."""
    from handbook.exchange.plans.recording.record import recorded

    inside = "".join(
        "<Task>" + "".join(f"<{name}>{value}</{name}>" for name, value in one.items()) + "</Task>"
        for one in tasks
    )
    found = read_mspdi(xml(inside))
    made = recorded(found, Book(()), "x", {})
    assert made.counts["task"] + made.counts["milestone"] == len(found.tasks)
