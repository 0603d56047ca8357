"""What waits, what is overdue, how old the last report is, and which project needs attention first."""

from __future__ import annotations

import pytest
from handbook.analysis.attention import attention
from handbook.analysis.portfolio import Portfolio

from tests.books import book

BOOK = """
people: {tom: {name: Tom}, ana: {name: Ana}}
roles: {board: {title: Board, holder: tom}}
apollo:
  decisions:
    D-1: {status: proposed, deciders: ana}
    D-2: {status: proposed, deciders: [ana, board], decide_by: 2026-06-12}
    D-3: {status: proposed, deciders: tom, decide_by: 2026-05-31}
    D-4: {status: accepted, deciders: tom}
  issues:
    I-1: {due: 2026-05-30}
    I-2: {due: 2026-06-01}
    I-3: {due: 2026-05-20, status: closed}
    I-4: {due: 2026-05-10, status: escalated}
    I-5: {}
  reports:
    2026-04-30: {}
    2026-05-29: {}
    2026-06-12: {}
beta:
  reports:
    2026-04-30: {}
gamma:
  reports:
    2026-06-12: {}
"""


@pytest.fixture
def portfolio() -> Portfolio:
    return Portfolio(book(BOOK))


def test_decisions_wait_in_the_order_of_their_dates(portfolio: Portfolio) -> None:
    waiting = [(one.record.id, one.is_overdue, one.for_sponsor) for one in portfolio.waiting("apollo")]
    assert waiting == [("D-3", True, True), ("D-2", False, True), ("D-1", False, False)]


CHANGES = """
people: {tom: {name: Tom}, ana: {name: Ana}}
roles: {board: {title: Board, holder: tom}}
apollo:
  decisions:
    D-1: {status: proposed, deciders: ana, decide_by: 2026-06-12}
    D-2: {status: accepted, deciders: ana, date: 2026-05-04}
  changes:
    CR-1: {authority: board, decide_by: 2026-05-31}
    CR-2: {authority: ana, links: [{record: D-1}]}
    CR-3: {authority: ana, decision: rejected}
    CR-4: {links: [{record: D-2}]}
"""


def test_an_open_change_request_waits_unless_a_decision_that_waits_settles_it() -> None:
    waiting = Portfolio(book(CHANGES)).waiting("apollo")
    told = [(one.record.id, one.deciders, one.is_overdue, one.for_sponsor) for one in waiting]
    assert told == [
        ("CR-1", ("board",), True, True),
        ("D-1", ("ana",), False, False),
        ("CR-4", (), False, False),
    ]


def test_issues_are_overdue_from_the_day_after(portfolio: Portfolio) -> None:
    assert [issue.id for issue in portfolio.overdue_issues("apollo")] == ["I-4", "I-1"]


def test_the_last_report_is_that_before_the_status_date(portfolio: Portfolio) -> None:
    found = portfolio.last_report("apollo")
    assert found is not None
    assert (str(found.on), found.age, found.is_old) == ("2026-05-29", 3, False)
    old = portfolio.last_report("beta")
    assert old is not None
    assert (old.age, old.is_old) == (32, True)
    assert portfolio.last_report("gamma") is None


def test_everything_is_made_once(portfolio: Portfolio) -> None:
    assert portfolio.health("apollo") is portfolio.health("APOLLO")
    assert portfolio.promises("apollo") is portfolio.promises("apollo")
    assert portfolio.plan("apollo") is portfolio.case("apollo").plan


def test_an_unknown_project_is_a_key_error(portfolio: Portfolio) -> None:
    for ask in (portfolio.plan, portfolio.health, portfolio.headline, portfolio.risks, portfolio.charter):
        with pytest.raises(KeyError, match="zeus"):
            ask("zeus")


def test_red_projects_need_attention_before_all_others() -> None:
    records = """
    green:
      tasks: {a: {duration: 2d}}
      milestones: {M-1: {due: 2026-06-30, after: a}}
    cancelled: {project: {status: cancelled}, issues: {I-1: {type: defect, severity: critical}}}
    completed: {project: {status: completed}, issues: {I-1: {type: defect, severity: critical}}}
    proposed: {project: {status: proposed}, issues: {I-1: {type: defect, severity: critical}}}
    unknown: {}
    red: {issues: {I-1: {type: defect, severity: critical}}}
    little:
      tasks: {a: {duration: 5d}}
      milestones: {M-1: {due: 2026-06-04, after: a}}
    much:
      project: {status: on-hold}
      tasks: {a: {duration: 5d}}
      milestones: {M-1: {due: 2026-06-02, after: a}}
    """
    found = [project.id for project in attention(Portfolio(book(records)))]
    assert found == ["red", "much", "little", "green", "unknown", "proposed", "completed", "cancelled"]
