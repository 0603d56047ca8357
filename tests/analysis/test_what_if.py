"""What if: changes in words, tried on a copy of the records."""

from __future__ import annotations

from datetime import date

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.comparison import Outcome, outcome
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.prospects import prospects
from handbook.analysis.what_if.scenario import scenario
from handbook.analysis.what_if.wording import gone, headline, verdict
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
    wing:
      title: Wing
      tasks:
        one: {title: One, duration: 5d, started: 2026-05-25, progress: 20%}
        two: {title: Two, duration: 2d, after: wing.one}
        three: {title: Three, effort: 2d, one_of: {tom: 100%, ana: 50%}}
    lone: {title: Lone, tasks: {only: {title: Only, duration: 2d}}}
  milestones:
    M-1: {title: Live, after: build, due: 2026-06-24}
    M-2: {title: Keys, expected: 2026-06-10}
    M-3: {title: Begun, reached: 2026-05-04}
    M-4: {title: Undated, due: 2026-07-01}
  risks:
    R-1:
      {title: Late, owner: ana, probability: low, impact: minor, status: assessed,
       affects: [{record: build.api, delay: {low: 1d, likely: 2d, high: 3d}}]}
    R-3:
      {title: Gone, owner: ana, probability: low, impact: minor, status: closed,
       affects: [{record: build.api, delay: {low: 1d, likely: 2d, high: 3d}}]}
    R-4:
      {title: Welcome, kind: opportunity, owner: ana, probability: low, impact: minor, status: assessed,
       affects: [{record: build.ui, delay: {low: 1d, likely: 5d, high: 9d}}]}
    R-5:
      {title: Twice, owner: ana, probability: low, impact: minor, status: assessed,
       affects: [{record: M-2, delay: {low: 1d, likely: 2d, high: 3d}},
                 {record: M-2, delay: {low: 1d, likely: 1d, high: 3d}}]}
    R-6: {title: Dear, owner: ana, probability: low, impact: minor, status: occurred, affects: [build.api]}
    R-2: {title: Vague, owner: ana, probability: low, impact: minor, status: assessed, affects: [build.api]}
zeus:
  tasks:
    test: {title: Test, duration: 2d, after: apollo/M-1}
mars:
  tasks:
    dig: {title: Dig, duration: 2d}
  levelled: {date: 2026-06-01, entries: {dig: {start: 2026-06-10, finish: 2026-06-11}}}
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
        "wing": "06-08",
        "wing.one": "06-04",
        "wing.two": "06-08",
        "wing.three": "06-02",
        "lone": "06-02",
        "lone.only": "06-02",
        "M-1": "06-19",
        "M-2": "06-10",
        "M-3": "05-04",
    }


MOVES: list[tuple[str, dict[str, str | None]]] = [
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
    ("delay wing 3d", {"plan.wing.one": "06-09", "plan.wing.two": "06-11", "plan.wing.three": "06-05"}),
    ("delay lone 2d", {"plan.lone.only": "06-04"}),
    ("finish wing.one 2026-06-02", {"plan.wing.one": "06-02", "plan.wing.two": "06-04"}),
    ("finish wing.one 2026-06-10", {"plan.wing.one": "06-10", "plan.wing.two": "06-12"}),
    ("drop lone.only", {"plan.lone": None}),
    ("unassign wing.three @tom", {"plan.wing.three": "06-04"}),
    ("risk R-4 occurs", {"plan.build.ui": "06-03"}),
    ("risk R-5 occurs", {"M-2": "06-15"}),
    ("leave @ana 2026-05-28..06-04", {"plan.build.api": "06-11"}),
    ("advance mars", {"plan.dig": "06-02"}),
]


@pytest.mark.parametrize(("change", "moves"), MOVES)
def test_each_verb_moves_what_it_should(
    portfolio: Portfolio, change: str, moves: dict[str, str | None]
) -> None:
    made = told(portfolio, change)
    assert {name: made.get(name) for name in moves} == moves


def test_every_verb_has_a_form_a_meaning_and_a_case() -> None:
    assert {change.split()[0] for change, _ in MOVES} == set(verbs())
    for name, verb in verbs().items():
        assert verb.form.split()[0] == name
        assert verb.meaning.endswith(".")


SENTENCES = [
    ("delay build.ui 15d", "Pages starts 15 working days later"),
    ("delay design 1d", "What is left of Design waits 1 working day"),
    ("delay M-2 12ed", "Keys is reached 12 calendar days later"),
    ("extend build.ui 2w", "Pages takes 2 weeks longer"),
    ("shorten build.ui 4h", "Pages takes 4 hours less"),
    ("start build.ui 2026-06-05", "Pages begins on 5 June"),
    ("finish build.ui 2027-06-12", "Pages is finished on 12 June 2027"),
    ("finish M-2 2026-06-15", "Keys is reached on 15 June"),
    ("drop build.data", "Data is not done"),
    ("drop M-2", "Keys is given up"),
    ("leave @ana 2026-06-29..07-03", "Ana Silva is away from 29 June to 3 July"),
    ("present @tom 2026-06-12", "Tom Beck is not away on 12 June"),
    ("assign build.data somebody 1", "One more person also works on Data, at 100%"),
    ("assign build.data @ana 50%", "Ana Silva also works on Data, at 50%"),
    ("unassign build.data @tom", "Tom Beck no longer works on Data"),
    ("unassign build.data somebody", "Somebody no longer works on Data"),
    ("capacity team/web 50%", "Web team has 50% of full time for projects"),
    ("constraint build.ui SNET 2026-06-09", "Pages: no start before 9 June 2026"),
    ("constraint build.ui ALAP", "Pages: as late as possible"),
    ("constraint build.ui ASAP", "Pages is no longer bound to a date"),
    ("link build.data after build.api", "Data waits for Interface"),
    ("link build.ui after build.api SS+1d", "Pages waits until Interface has begun, and 1 working day more"),
    ("link build.ui after build.api FF-2d", "Pages is not finished before Interface, less 2 working days"),
    ("unlink build.data after build.api", "Data no longer waits for Interface"),
    ("risk R-1 occurs", "The threat occurs: Late"),
    ("risk R-4 occurs", "The opportunity occurs: Welcome"),
    ("advance mars", "Mars: levelled work starts as soon as its people are free"),
]


@pytest.mark.parametrize(("change", "sentence"), SENTENCES)
def test_each_change_is_a_sentence(portfolio: Portfolio, change: str, sentence: str) -> None:
    read = read_change(portfolio.book, change, "apollo")
    assert read.sentence(date(2026, 6, 1)) == sentence


def test_every_verb_has_a_sentence_that_is_tried() -> None:
    assert {change.split()[0] for change, _ in SENTENCES} == set(verbs())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            "",
            "expected a change, found nothing – the changes are: advance PROJECT; assign TASK PARTY SHARE; ",
        ),
        ("dely build.ui 2d", "unknown change 'dely' – did you mean 'delay'? the changes are: "),
        ("delay build.iu 2d", "unknown task or milestone 'build.iu' – did you mean 'build.ui'?"),
        ("delay apolo/build.ui 2d", "unknown project 'apolo' – did you mean 'apollo'?"),
        ("delay build.ui", "'delay' lacks DURATION (10d, 2w or 4h) – write 'delay ITEM DURATION'"),
        ("delay build.ui 2", "expected a duration like 3d, 2w, 4h or 1.5d, found '2' – add a unit: 2d"),
        ("delay build.ui 2d now", "'delay' has too many words: 'now' – write 'delay ITEM DURATION'"),
        ("delay old 2d", "'delay old 2d': 'Done' is done: it cannot be later"),
        ("delay M-3 2d", "'delay M-3 2d': 'Begun' is reached: it cannot be later"),
        ("extend build 2d", "'extend build 2d': 'Build' is a summary – name a task inside it"),
        ("extend M-1 2d", "expected a task, found the milestone 'M-1' – of a milestone say 'delay', "),
        ("delay M-4 2d", "'delay M-4 2d': 'Undated' has no dates in its plan – say when it is expected"),
        ("delay build.ui 900000w", "'delay build.ui 900000w': there is no time for that before the year 1"),
        (
            "extend old 1d",
            "'extend old 1d': 'Done' is done: nothing of it can change – name work that is open",
        ),
        ("drop old", "'drop old': 'Done' is done: it cannot be left out – name work that is open"),
        ("drop M-3", "'drop M-3': 'Begun' is reached: it cannot be left out"),
        ("finish design 2026-05-20", "'finish design 2026-05-20': 'Design' began on 2026-05-25 – name that"),
        ("finish M-3 2026-06-20", "'finish M-3 2026-06-20': 'Begun' is reached already – name one that is"),
        ("finish design 2026-06-01..03", "expected a date like 2026-03-31"),
        ("leave team/web 2026-06-04", "expected a person, found the team 'team/web' – name somebody: @ana"),
        ("leave @ana 2025-06-04..10", "'leave @ana 2025-06-04..10': 2025-06-10 has passed: what was cannot"),
        ("leave @ana 2026-06-28..08", "expected days in order, found '2026-06-28..2026-06-08' – write the"),
        (
            "present @tom 2026-06-15",
            "'present @tom 2026-06-15': Tom Beck has no leave on 2026-06-15 – their l",
        ),
        ("capacity @tom 0%", "'capacity @tom 0%': 0% of @tom is nothing – say 'leave @tom DAYS' for the"),
        ("capacity @tom 50", "'capacity @tom 50': 5000% is more than @tom can give – write 50%"),
        ("assign build.api @tom 0", "'assign build.api @tom 0': 0% of @tom is nothing – write 'unassign "),
        ("assign build.api @tom 250%", "'assign build.api @tom 250%': 250% is more than @tom can give"),
        ("unassign design @tom", "'unassign design @tom': @tom is not assigned to 'Design' – nobody is"),
        ("constraint design SNET 2026-06-10", "'constraint design SNET 2026-06-10': 'Design' has begun al"),
        ("constraint build.ui ASAP 2026-06-10", "'constraint build.ui ASAP 2026-06-10': the constraint ASAP"),
        (
            "link design after design",
            "'link design after design': 'Design' cannot wait for itself – name what",
        ),
        ("link design after build.ui", "'link design after build.ui': that closes a circle: 'Design' waits "),
        (
            "link build.ui after build",
            "'link build.ui after build': 'Pages' waits for 'Build', though one is",
        ),
        ("link old after design", "'link old after design': 'Done' is done: it waits for nothing any more"),
        ("unlink design after old", "'unlink design after old': 'Design' does not wait for old – it has no"),
        ("risk R-3 occurs", "'risk R-3 occurs': apollo/R-3 'Gone' is closed – name one that is open"),
        ("risk R-6 occurs", "'risk R-6 occurs': apollo/R-6 'Dear' has occurred already – name one that is"),
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
        (
            "unlink build.ui after design",
            "'unlink build.ui after design': 'Pages' does not wait for design – 'Build' does: "
            "'unlink apollo/plan.build after apollo/plan.design'",
        ),
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
    assert [entry.record.id for entry in after.plan("apollo")] == [
        *("design", "old", "wing", "wing.one", "wing.two", "wing.three", "lone", "lone.only"),
        *("M-1", "M-2", "M-3"),
    ]
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


def test_waiting_makes_begun_work_longer_and_costs_nothing(portfolio: Portfolio) -> None:
    made = scenario(portfolio, ["delay design 2d", "extend design 1d"], "apollo")
    assert made.idle == {"apollo/plan.design": 2 * 480}


def test_what_is_planned_by_effort_still_is_when_it_is_longer(portfolio: Portfolio) -> None:
    """Six days of work by two people take three, from 12 June on when one of them is still away."""
    made = told(portfolio, "extend build.data 2d", "assign build.data somebody 1")
    assert made["plan.build.data"] == "06-16"


def test_what_is_left_out_is_told(portfolio: Portfolio) -> None:
    made = found(portfolio, "drop M-1")
    assert headline(made).startswith("1 task or milestone is left out")
    assert gone(made.shifts[0]) == "no longer done: Live; 1 promise given up"


def test_a_milestone_that_gets_a_date_is_told(portfolio: Portfolio) -> None:
    (kept,) = found(portfolio, "finish M-4 2026-06-15").shifts[0].promises
    assert verdict(kept) == "has a date now"
    back = outcome(
        scenario(
            Portfolio(found(portfolio, "link M-4 after build.ui").scenario.after.book),
            ["unlink M-4 after build.ui"],
            "apollo",
        )
    )
    assert verdict(back.shifts[0].promises[0]) == "no date any more"
