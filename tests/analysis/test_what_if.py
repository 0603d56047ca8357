"""What if: changes in words, tried on a copy of the records."""

from __future__ import annotations

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.comparison import Outcome, outcome
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.prospects import prospects
from handbook.analysis.what_if.scenario import scenario
from handbook.analysis.what_if.words import read_change, verbs
from handbook.planning.plans import Plans
from handbook.records.book import Book
from handbook.records.kinds.task import Task
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.books import book
from tests.planning.test_properties import books

BOOK = """
people:
  ana: {name: Ana Silva}
  tom: {name: Tom Beck, leave: [{from: 2026-06-08, to: 2026-06-12}]}
teams: {web: {title: Web team, members: [ana]}}
apollo:
  tasks:
    design: {title: Design, duration: 5d, started: 2026-05-25, progress: 40%, remaining: 3d}
    build:
      title: Build
      after: design
      tasks:
        api: {title: Interface, duration: 5d, assigned: {ana: 1}}
        ui:
          title: Pages
          estimate: {low: 2d, likely: 3d, high: 8d}
          deadline: 2026-06-10
          assigned: {ana: 50%}
        data: {title: Data, effort: 4d, assigned: {tom: 1}, after: build.api FS+1d}
    old: {title: Done, duration: 1d, started: 2026-05-04, finished: 2026-05-04}
  milestones:
    M-1: {title: Live, after: build, due: 2026-06-24}
    M-2: {title: Keys, expected: 2026-06-10}
    M-3: {title: Begun, reached: 2026-05-04}
  risks:
    R-1:
      {title: Late, owner: ana, probability: low, impact: minor, status: assessed,
       affects: [{record: build.api, delay: {low: 1d, likely: 2d, high: 3d}}]}
    R-2: {title: Vague, owner: ana, probability: low, impact: minor, status: assessed, affects: [build.api]}
zeus:
  tasks:
    test: {title: Test, duration: 2d, after: apollo/M-1}
"""


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return Portfolio(book(BOOK))


def found(portfolio: Portfolio, *changes: str, project: str | None = "apollo") -> Outcome:
    return outcome(scenario(portfolio, changes, project))


def told(portfolio: Portfolio, *changes: str) -> dict[str, str]:
    """When what moves is finished, by its address without the project."""
    return {
        one.after.record.address.partition("/")[2]: f"{one.after.finish:%m-%d}"
        for shift in found(portfolio, *changes)
        for one in shift.moved
        if not one.after.summary
    }


def test_the_plan_that_changes_are_tried_on(portfolio: Portfolio) -> None:
    ends = {entry.record.id: f"{entry.finish:%m-%d}" for entry in portfolio.plan("apollo")}
    assert ends == {
        "design": "06-03",
        "build": "06-19",
        "build.api": "06-10",
        "build.ui": "06-08",
        "build.data": "06-19",
        "old": "05-04",
        "M-1": "06-19",
        "M-2": "06-10",
        "M-3": "05-04",
    }


MOVES = [
    ("delay build.ui 2d", {"plan.build.ui": "06-10"}),
    ("delay build.ui 12ed", {"plan.build.ui": "06-18"}),
    ("delay design 1d", {"plan.design": "06-04"}),
    ("delay M-2 2d", {"M-2": "06-12"}),
    ("delay M-1 1d", {"M-1": "06-22", "plan.test": "06-24"}),
    ("extend build.ui 1d", {"plan.build.ui": "06-09"}),
    ("shorten build.ui 1d", {"plan.build.ui": "06-05"}),
    ("shorten build.data 2d", {"plan.build.data": "06-17", "M-1": "06-17", "plan.test": "06-19"}),
    ("start build.ui 2026-06-05", {"plan.build.ui": "06-09"}),
    ("finish build.ui 2026-06-12", {"plan.build.ui": "06-12"}),
    ("finish M-2 2026-06-15", {"M-2": "06-15"}),
    ("drop build.data", {"M-1": "06-10", "plan.test": "06-12"}),
    ("leave @ana 2026-06-04..05", {"plan.build.api": "06-12", "plan.build.ui": "06-10"}),
    ("present @tom 2026-06-12", {"plan.build.data": "06-18", "M-1": "06-18", "plan.test": "06-22"}),
    ("assign build.data somebody 1", {"plan.build.data": "06-15", "M-1": "06-15", "plan.test": "06-17"}),
    ("unassign build.data @tom", {"plan.build.data": "06-17", "M-1": "06-17", "plan.test": "06-19"}),
    ("capacity @tom 50%", {"plan.build.data": "06-25", "M-1": "06-25", "plan.test": "06-29"}),
    ("constraint build.ui SNET 2026-06-09", {"plan.build.ui": "06-11"}),
    ("link build.data after build.api", {"plan.build.data": "06-18"}),
    ("link build.ui after build.api SS+1d", {"plan.build.ui": "06-09"}),
    ("unlink build.data after build.api", {"plan.build.data": "06-16"}),
    ("risk R-1 occurs", {"plan.build.api": "06-12"}),
]


@pytest.mark.parametrize(("change", "moves"), MOVES)
def test_each_verb_moves_what_it_should(portfolio: Portfolio, change: str, moves: dict[str, str]) -> None:
    made = told(portfolio, change)
    assert {name: made.get(name) for name in moves} == moves


def test_every_verb_has_a_form_a_meaning_and_a_case() -> None:
    assert {change.split()[0] for change, _ in MOVES} == set(verbs())
    for name, verb in verbs().items():
        assert verb.form.split()[0] == name
        assert verb.meaning.endswith(".")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("", "expected a change, found nothing – the changes are: assign TASK PARTY SHARE; "),
        ("dely build.ui 2d", "unknown change 'dely' – did you mean 'delay'? the changes are: "),
        ("delay build.iu 2d", "unknown task or milestone 'build.iu' – did you mean 'build.ui'?"),
        ("delay apolo/build.ui 2d", "unknown project 'apolo' – did you mean 'apollo'?"),
        ("delay build.ui", "'delay' lacks DURATION (10d, 2w or 4h) – write 'delay ITEM DURATION'"),
        ("delay build.ui 2", "expected a duration like 3d, 2w, 4h or 1.5d, found '2' – add a unit: 2d"),
        ("delay build.ui 2d now", "'delay' has too many words: 'now' – write 'delay ITEM DURATION'"),
        ("delay old 2d", "'delay old 2d': 'Done' is done: it cannot be later"),
        ("delay M-3 2d", "'delay M-3 2d': 'Begun' is reached: it cannot be later"),
        ("extend build 2d", "'extend build 2d': 'Build' is a summary – name a task inside it"),
        ("extend M-1 2d", "unknown task 'M-1'"),
        ("shorten build.ui 4d", "'shorten build.ui 4d': only 3 days of 'Pages' are left"),
        ("start design 2026-06-05", "'start design 2026-06-05': 'Design' has begun already"),
        ("leave @anna 2026-06-04", "unknown person '@anna' – did you mean '@ana'?"),
        ("leave @ana 2026-06-04..03", "expected days in order, found '2026-06-04..2026-06-03'"),
        ("leave @ana 04-06-2026", "expected a date like 2026-03-31, found '04-06-2026'"),
        ("present @ana 2026-06-04", "'present @ana 2026-06-04': Ana Silva has no leave"),
        ("unassign build.ui @tom", "'unassign build.ui @tom': @tom is not assigned to 'Pages'"),
        ("constraint build.ui SNEL 2026-06-04", "unknown constraint 'SNEL' – the types are ASAP"),
        ("constraint build.ui SNET", "'constraint build.ui SNET': the constraint SNET takes a date"),
        ("link build.ui before build.api", "expected 'after', found 'before'"),
        ("unlink build.ui after design", "'unlink build.ui after design': 'Pages' does not wait for design"),
        ("risk R-2 occurs", "'risk R-2 occurs': apollo/R-2 'Vague' does not say by how much"),
        ("risk R-9 occurs", "unknown risk 'R-9'"),
    ],
)
def test_a_bad_change_says_what_to_write(portfolio: Portfolio, change: str, message: str) -> None:
    with pytest.raises(BadChange) as caught:
        scenario(portfolio, [change], "apollo")
    assert str(caught.value).startswith(message)


def test_an_address_without_its_project_is_told_where_it_is(portfolio: Portfolio) -> None:
    with pytest.raises(BadChange, match="write it with its project: apollo/M-1"):
        read_change(portfolio.book, "delay M-1 2d")


def test_promises_that_break_are_told_in_every_project_that_waits(portfolio: Portfolio) -> None:
    made = found(portfolio, "extend build.data 4d")
    apollo, zeus = made.shifts
    assert [(one.after.milestone.id, one.before.slip, one.after.slip) for one in apollo.broken] == [
        ("M-1", -3, 1)
    ]
    assert apollo.days == zeus.days == 4
    assert made.breaks
    (mended,) = found(Portfolio(made.scenario.after.book), "shorten build.data 3d").shifts[0].promises
    assert mended.is_mended


def test_a_deadline_that_is_missed_breaks_a_promise(portfolio: Portfolio) -> None:
    made = found(portfolio, "extend build.ui 3d")
    assert [one.after.record.id for one in made.shifts[0].missed] == ["build.ui"]
    assert made.breaks


def test_what_becomes_critical_is_told(portfolio: Portfolio) -> None:
    made = found(portfolio, "extend build.ui 20d")
    assert [entry.record.id for entry in made.shifts[0].critical] == [
        "design",
        "build.ui",
    ]


def test_changes_follow_each_other(portfolio: Portfolio) -> None:
    assert told(portfolio, "extend build.ui 2d", "shorten build.ui 2d") == {}
    assert told(portfolio, "extend build.ui 2d", "extend build.ui 1d") == told(
        portfolio, "extend build.ui 3d"
    )


def test_dropped_work_hands_on_what_it_waited_for(portfolio: Portfolio) -> None:
    after = scenario(portfolio, ["drop build"], "apollo").after
    assert [entry.record.id for entry in after.plan("apollo")] == ["design", "old", "M-1", "M-2", "M-3"]
    live = after.plan("apollo").by_id["milestone", "m-1"]
    assert (f"{live.finish:%m-%d}", live.driver and live.driver.text) == ("06-03", "after Design")


def test_chances_are_told_with_the_same_chance_before_and_after(portfolio: Portfolio) -> None:
    made = found(portfolio, "extend build.data 1d", "extend build.ui 9d")
    (one,) = prospects(made, made.shifts[0])
    assert one.kept.after.milestone.id == "M-1"
    assert one.before.p80 < one.after.p80
    assert 0.9 < (one.after.chance or 0) < (one.before.chance or 0) == 1.0
    still = found(portfolio, "extend build.data 1d")
    assert [one.before.p80 for one in prospects(still, still.shifts[0])] == [one.before.p80]


def test_who_gets_too_much_to_do_is_told(portfolio: Portfolio) -> None:
    more = ("assign build.api @tom 1", "assign build.ui @tom 1", "unlink build.data after build.api")
    made = list(overloads(found(portfolio, *more)))
    assert [(one.party.id, len(one.weeks)) for one in made] == [("tom", 1)]
    assert list(overloads(found(portfolio, "extend build.data 2d"))) == []


def test_leave_of_somebody_seen_in_part_counts_in_the_plan() -> None:
    whole = book(BOOK)
    seen = tuple(
        one.model_copy(update={"leave": ()}) if one.kind == "person" else one for one in whole.records
    )
    unseen = tuple(one for one in whole.records if one.kind == "person")
    portfolio = Portfolio(Book(seen, whole.settings, whole.status_date, unseen=unseen))
    assert told(portfolio, "leave @tom 2026-06-15")["plan.build.data"] == "06-22"


@settings(max_examples=40)
@given(books(), st.data())
def test_nothing_changes_but_what_is_said(book: Book, data: st.DataObject) -> None:
    portfolio = Portfolio(book)
    before = {project: str(plan) for project, plan in Plans(book).items()}
    assert outcome(scenario(portfolio, [])).shifts == ()
    task = data.draw(st.sampled_from(book.of(Task) or [None]))
    assume(task is not None)
    try:
        made = scenario(portfolio, [f"delay {task.address} 3d"])
    except BadChange:
        return
    assert made.before.book is book
    assert {project: str(portfolio.plan(project)) for project in before} == before
    assert {project: str(plan) for project, plan in Plans(made.after.book).items()} == {
        project: str(made.after.plan(project)) for project in before
    }


@settings(max_examples=40)
@given(books(), st.data())
def test_a_delay_never_brings_a_finish_forward(book: Book, data: st.DataObject) -> None:
    """But through links to the finish of what is delayed, and where constraints or circles get in the way."""
    portfolio = Portfolio(book)
    task = data.draw(st.sampled_from(book.of(Task) or [None]))
    assume(task is not None)
    try:
        made = outcome(scenario(portfolio, [f"delay {task.address} 2d"]))
    except BadChange:
        return
    for shift in made:
        if portfolio.plan(shift.project.id).faults or made.scenario.after.plan(shift.project.id).faults:
            continue
        assert all(one.after.finish >= one.before.finish for one in shift.moved)
