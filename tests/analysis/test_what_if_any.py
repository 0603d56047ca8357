"""Whatever change is tried on whatever book: it is told, or it is told what to write instead."""

from __future__ import annotations

import json
from dataclasses import replace

from handbook.analysis.portfolio import Portfolio
from handbook.analysis.what_if.change import BadChange
from handbook.analysis.what_if.comparison import outcome
from handbook.analysis.what_if.scenario import scenario
from handbook.analysis.what_if.words import verbs
from handbook.cli.tried import lines
from handbook.cli.tried_data import data as told
from handbook.records.book import Book
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.books import book
from tests.planning.test_properties import DAYS, DURATIONS, IDS, books

PEOPLE = book(
    """
people:
  ana: {name: Ana Silva, rate: 800 EUR, leave: [{from: 2026-06-08, to: 2026-06-12}]}
  tom: {name: Tom Beck, capacity: 50%}
teams: {web: {title: Web team, members: [ana, tom]}}
roles: {tester: {title: Tester, holder: tom}}
"""
).records
RISK = {"owner": "ana", "probability": "low", "impact": "minor", "status": "assessed"}
DAY = st.one_of(DAYS, DAYS, DAYS, st.sampled_from(("9999-12-31", "0001-01-01", "2026-06-31")))
WORK = st.builds("{}/{}".format, st.sampled_from(("apollo", "beta")), st.sampled_from(IDS))
PARTY = st.sampled_from(("@ana", "@ana", "@tom", "team/web", "role/tester", "somebody"))
LAG = st.sampled_from(("", " SS", " FF+1d", " SF-2d", " FS+900000w"))
OPERANDS = {
    "TASK": WORK,
    "ITEM": WORK,
    "LINK": st.builds("{}{}".format, WORK, LAG),
    "PERSON": PARTY,
    "TEAM": PARTY,
    "PARTY": PARTY,
    "RISK": st.just("apollo/R-1"),
    "PROJECT": st.just("apollo"),
    "DURATION": st.one_of(DURATIONS, DURATIONS, st.sampled_from(("900000w", "3"))),
    "DAY": DAY,
    "DAYS": st.one_of(DAY, st.builds("{}..{}".format, DAY, DAY)),
    "SHARE": st.sampled_from(("0", "50%", "1", "25%", "120%", "9999%")),
    "TYPE": st.sampled_from(("ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO")),
}


@st.composite
def staffed(draw: st.DrawFn) -> Book:
    """A book whose tasks are done by people, with a risk."""
    found = draw(books())
    assigned = st.dictionaries(
        st.sampled_from(("@ana", "role/tester", "team/web")), st.sampled_from((0.5, 1.0))
    )
    affects = [{"record": draw(WORK), "delay": {"low": "1d", "likely": "2d", "high": "3d"}}]
    risk = book(
        "apollo: {risks: {R-1: {title: Late, owner: ana, probability: low, impact: minor, status: assessed}}}"
    )
    records = [
        one.model_copy(update={"assigned": draw(assigned)}) if one.kind == "task" else one
        for one in found.records
    ]
    (made,) = (one for one in risk.records if one.kind == "risk")
    made = type(made).model_validate(
        {**RISK, "id": "R-1", "title": "Late", "project": "apollo", "affects": affects}
    )
    return replace(found, records=(*PEOPLE, *records, made))


@st.composite
def trials(draw: st.DrawFn) -> tuple[Book, list[str]]:
    """A book with a change or two, most of which can be tried."""
    found = draw(staffed())
    return found, [draw(changes(found)) for _ in range(draw(st.integers(1, 2)))]


@st.composite
def changes(draw: st.DrawFn, found: Book) -> str:
    verb = draw(st.sampled_from(sorted(verbs())))
    parts = verbs()[verb].form.split()[1:]
    kept = [part for part in parts if not part.startswith("[") or draw(st.booleans())]
    return " ".join((verb, *(draw(_operand(found, part.strip("[]"))) for part in kept)))


def _operand(found: Book, name: str) -> st.SearchStrategy[str]:
    """What may stand for a word of a form: as a rule something that is there, and open."""
    tasks = [one.address for one in found.of(Task) if not (one.withheld or one.finished)] or ["apollo/a"]
    items = [*tasks, *(one.address for one in found.of(Milestone) if not one.reached)]
    known = {"TASK": tasks, "ITEM": items, "LINK": items}.get(name)
    anything = OPERANDS.get(name, st.just(name))
    return st.one_of(*[st.sampled_from(known)] * 3, anything) if known else anything


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trials())
def test_a_change_is_tried_or_refused(trial: tuple[Book, list[str]]) -> None:
    found, texts = trial
    portfolio = Portfolio(found)
    try:
        made = outcome(scenario(portfolio, texts))
    except BadChange:
        return
    assert f"what if  {texts[0]}" in "\n".join(lines(made))
    assert json.loads(json.dumps(told(made)))["changes"] == texts
