"""The load of people and teams in the weeks ahead, and the skills that work asks for."""

from __future__ import annotations

from dataclasses import replace

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.staffing import needs, shows_people, team_loads

from tests.books import book

BOOK = """
people:
  ana: {name: Ana, team: web, skills: {python: 4}, leave: [{from: 2026-06-08, to: 2026-06-12}]}
  ben: {name: Ben, team: web, capacity: 50%, skills: {python: 2, sql: 3}}
  tom: {name: Tom}
teams:
  web: {title: Web}
apollo:
  tasks:
    one: {duration: 5d, assigned: {ana: 40%}, skills: [python, sql]}
    two: {duration: 5d, assigned: {ben: 50%}, after: [one]}
    all: {duration: 2d, assigned: {team/web: 1}, skills: [law]}
    past: {duration: 2d, assigned: {tom: 100%}, started: 2026-06-01, finished: 2026-06-01, skills: [old]}
beta:
  tasks:
    more: {duration: 5d, assigned: {ana: 80%}}
"""


def test_work_of_all_projects_counts_and_members_count_in_their_team() -> None:
    portfolio = Portfolio(book(BOOK))
    loads = team_loads(portfolio, portfolio.book.projects, 2)
    told = [
        (load.party.id, load.inside, [(week.work / 60, week.time / 60) for week in load.weeks])
        for load in loads
    ]
    assert told == [
        ("web", False, [(64.0, 60.0), (20.0, 20.0)]),
        ("ana", True, [(48.0, 40.0), (0.0, 0.0)]),
        ("ben", True, [(0.0, 20.0), (20.0, 20.0)]),
    ]


def test_one_project_alone_shows_only_its_own_work() -> None:
    portfolio = Portfolio(book(BOOK))
    loads = team_loads(portfolio, [portfolio.charter("beta")], 1)
    assert [(load.party.id, load.weeks[0].share) for load in loads] == [("ana", 0.8)]


def test_skills_that_nobody_holds_come_first_and_done_work_asks_for_nothing() -> None:
    portfolio = Portfolio(book(BOOK))
    told = [
        (need.skill, [one.name for one, _ in need.holders])
        for need in needs(portfolio, portfolio.book.projects)
    ]
    assert told == [("law", []), ("sql", ["Ben"]), ("python", ["Ana", "Ben"])]


def test_only_the_internal_circle_sees_when_people_are_there() -> None:
    for audience, seen in {"": True, "restricted": True, "internal": True, "partner": False}.items():
        assert shows_people(replace(book(BOOK), audience=audience)) is seen
