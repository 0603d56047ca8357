"""A plan says the same to every audience, though not everybody may see what it counts with."""

from pathlib import Path

import pytest
from handbook.loading.load import load
from handbook.planning.plans import plan

FILES = {
    "calendars.yml": "four-days:\n  work: {mon: '8:00-16:00', tue: '8:00-16:00', wed: '8:00-16:00'}\n"
    "  holidays: [2026-03-03, {on: 2026-03-04, title: Day of secrets}]\n",
    "people.yml": "ana:\n  name: Ana Hidden\n  leave: [{from: 2026-03-09, to: 2026-03-12, reason: operation}]"
    "\ntom:\n  name: Tom Open\n  audience: public\n"
    "  leave: [{from: 2026-03-16, to: 2026-03-19, reason: wedding}]\n",
    "teams.yml": "web:\n  title: Hidden team\n  members: [ana]\n",
    "roles.yml": "lead:\n  title: Hidden role\n  holder: tom\n",
    "apollo/project.yml": "title: Apollo\naudience: public\nmanager: tom\nsponsor: tom\nstatus: active\n"
    "start: 2026-03-02\ncalendar: four-days\n",
    "apollo/plan.yml": "tasks:\n"
    "  a: {title: One, duration: 4d, assigned: {team/web: 1}}\n"
    "  b: {title: Two, duration: 4d, assigned: {role/lead: 1}, after: a}\n"
    "  c: {title: Three, audience: restricted, duration: 2d, assigned: {ana: 1}, after: b}\n"
    "  d: {title: Four, duration: 1d, assigned: {tom: 1}, after: c}\n"
    "  e: {title: Five, audience: restricted, effort: 2d, one_of: {ana: 1, tom: 50%}}\n"
    "  f: {title: Six, audience: public, duration: 1d, assigned: {tom: 50%}}\n",
    "apollo/levelled.yml": "date: 2026-03-02\nentries:\n"
    "  e: {start: 2026-03-02, finish: 2026-03-09, by: {tom: 50%}}\n"
    "  f: {start: 2026-03-10, finish: 2026-03-10, by: {tom: 50%}, behind: {e: tom}}\n",
}


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "projects" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("audience", ["restricted", "internal", "partner", "public"])
def test_dates_are_those_of_the_whole_handbook(handbook: Path, audience: str) -> None:
    whole = plan(load(handbook).book, "apollo")
    seen = plan(load(handbook, audience=audience).book, "apollo")
    assert not whole.faults
    assert [(entry.start, entry.finish) for entry in seen] == [(e.start, e.finish) for e in whole]


def test_a_wait_for_people_names_nobody_who_may_not_be_seen(handbook: Path) -> None:
    driver = plan(load(handbook, audience="public").book, "apollo").entries[-1].driver
    assert driver is not None
    assert driver.text == "waits for Tom Open, who works on work that is not shown until 9 March 2026"


def test_what_plans_count_with_says_nothing_else(handbook: Path) -> None:
    book = load(handbook, audience="public").book
    told = repr(book)
    assert book.unseen
    for secret in (
        "Ana Hidden",
        "operation",
        "wedding",
        "Day of secrets",
        "Hidden team",
        "Hidden role",
        "Three",
        "Five",
    ):
        assert secret not in told
