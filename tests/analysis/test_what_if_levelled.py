"""A scenario beside a levelled schedule that was accepted: what it breaks, and levelling it again."""

from __future__ import annotations

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.comparison import Outcome, outcome
from handbook.analysis.what_if.levelled import relevelled
from handbook.analysis.what_if.overloads import overloads
from handbook.analysis.what_if.scenario import Scenario, scenario
from handbook.analysis.what_if.unfit import unfit
from handbook.analysis.what_if.wording import misfitting, who
from handbook.analysis.what_if.wording import relevelled as told
from handbook.planning.levelling.remembered import remembered
from handbook.planning.memory import Memory
from handbook.schedule.levelling import Levelled, Levelling, first_plan

from tests.books import book

BOOK = """
people:
  ana: {name: Ana Silva}
  tom: {name: Tom Beck}
apollo:
  tasks:
    design: {title: Design, duration: 5d, assigned: {tom: 100%}}
    build: {title: Build, duration: 5d, assigned: {tom: 100%}, after: design}
    manual: {title: Manual, effort: 4d, one_of: {tom: 100%, ana: 100%}}
    talk: {title: Talk, duration: 2d, assigned: {ana: 100%}}
  milestones:
    M-1: {title: Ready, after: [build, manual, talk], due: 2026-06-19}
  levelled:
    date: 2026-06-01
    proven: true
    entries:
      design: {start: 2026-06-01, finish: 2026-06-05, by: {tom: 100%}}
      build: {start: 2026-06-08, finish: 2026-06-12, by: {tom: 100%}}
      manual: {start: 2026-06-03, finish: 2026-06-08, by: {ana: 100%}, behind: {talk: ana}}
      talk: {start: 2026-06-01, finish: 2026-06-02, by: {ana: 100%}}
zeus:
  tasks:
    alone: {title: Alone, duration: 2d}
"""


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return Portfolio(book(BOOK))


def solve(question: Levelling) -> Levelled:
    """A schedule by rules alone: at once, and without the solver."""
    return first_plan(question)


def again(portfolio: Portfolio, *changes: str) -> tuple[Scenario, Outcome]:
    tried = relevelled(scenario(portfolio, changes, "apollo"), solve)
    return tried, outcome(tried)


def test_without_a_change_the_accepted_plan_stands(portfolio: Portfolio) -> None:
    _, found = again(portfolio, "delay design 0d")
    assert found.shifts == ()


def test_what_breaks_the_accepted_plan_says_who_and_by_how_much(portfolio: Portfolio) -> None:
    found = outcome(scenario(portfolio, ["leave @ana 2026-06-01..12"], "apollo"))
    (one,) = unfit(found)
    late = {misfit.id: (f"{misfit.levelled:%m-%d}", misfit.days) for misfit in one.misfits}
    assert late == {"manual": ("06-03", 10), "talk": ("06-01", 10)}
    assert misfitting(one, portfolio.status_date) == (
        "as levelled on 1 June it does not fit any more: 2 tasks start later than levelled, by up to 10 days"
    )


def test_what_fits_is_not_told(portfolio: Portfolio) -> None:
    assert list(unfit(outcome(scenario(portfolio, ["extend build 1d"], "apollo")))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("drop manual", ""),
        ("assign design @ana 50%", "'Design' is to be done by others"),
        ("assign build somebody 1", "'Build' is to be done by others"),
    ],
)
def test_work_that_others_are_to_do_is_told_and_what_is_left_out_is_not(
    portfolio: Portfolio, change: str, said: str
) -> None:
    found = list(unfit(outcome(scenario(portfolio, [change], "apollo"))))
    told_ = [misfitting(one, portfolio.status_date).partition(": ")[2] for one in found]
    assert told_ == ([said] if said else [])


def test_levelled_again_others_take_over(portfolio: Portfolio) -> None:
    tried, found = again(portfolio, "leave @ana 2026-06-01..12")
    (shift,) = found.shifts
    (taken,) = shift.taken
    names = [who(tried.after.book, one.doers) for one in (taken.before, taken.after)]
    assert (taken.after.record.id, names) == ("manual", ["Ana Silva", "Tom Beck"])
    assert list(unfit(found)) == []
    assert list(overloads(found)) == []
    assert tried.relevelled is not None
    assert told(tried.relevelled).startswith("apollo; ")


def test_levelled_again_what_is_delayed_goes_behind_what_stays(portfolio: Portfolio) -> None:
    """It may start on 5 June, when Ana Silva works on the manual."""
    tried, found = again(portfolio, "delay talk 4d")
    starts = {entry.record.id: f"{entry.start:%m-%d}" for entry in tried.after.plan("apollo")}
    assert (starts["talk"], starts["manual"]) == ("06-09", "06-03")
    assert [one.before.record.id for one in found.shifts[0].moved if not one.after.is_milestone] == ["talk"]


def test_nothing_is_levelled_that_was_not(portfolio: Portfolio) -> None:
    tried = relevelled(scenario(portfolio, ["delay alone 2d"], "zeus"), solve)
    assert tried.relevelled is not None
    assert told(tried.relevelled) == "nothing, for no project that it touches has a levelled schedule"
    assert [shift.project.id for shift in outcome(tried)] == ["zeus"]


def test_the_book_that_was_asked_is_not_changed(portfolio: Portfolio) -> None:
    before = str(portfolio.plan("apollo"))
    tried, _ = again(portfolio, "leave @ana 2026-06-01..12")
    assert str(portfolio.plan("apollo")) == before
    assert tried.before.book is portfolio.book


class Shelf:
    """A shelf that counts what is put there."""

    def __init__(self) -> None:
        self.held: dict[str, object] = {}

    def get(self, name: str) -> object:
        return self.held.get(name)

    def put(self, name: str, data: object) -> None:
        self.held[name] = data


def test_the_same_question_is_solved_once(portfolio: Portfolio) -> None:
    asked: list[Levelling] = []

    def counted(question: Levelling) -> Levelled:
        asked.append(question)
        return solve(question)

    shelf = Shelf()
    found = []
    for change in ("leave @ana 2026-06-01..12",) * 2 + ("leave @ana 2026-06-01..05",):
        ask = remembered(counted, Memory(shelf), (10, 0, 480))
        found.append(relevelled(scenario(portfolio, [change], "apollo"), ask).after.plan("apollo"))
    assert len(asked) == len(shelf.held) == 2
    assert str(found[0]) == str(found[1]) != str(found[2])


@pytest.mark.parametrize("data", [{}, [], {"start": [1]}, "nothing"])
def test_a_shelf_is_not_trusted(portfolio: Portfolio, data: object) -> None:
    shelf = Shelf()
    shelf.get = lambda name: data  # type: ignore[method-assign]
    ask = remembered(solve, Memory(shelf), ())
    tried = relevelled(scenario(portfolio, ["leave @ana 2026-06-01..12"], "apollo"), ask)
    assert tried.relevelled is not None
    assert tried.relevelled.projects == ("apollo",)
