"""What was promised of milestones, what is expected, and by how much it slips."""

from __future__ import annotations

from handbook.analysis.portfolio import Portfolio

from tests.books import book

BOOK = """
apollo:
  tasks:
    build: {duration: 10d}
    side: {duration: 2d}
  milestones:
    late: {due: 2026-06-10, after: build}
    early: {due: 2026-06-30, after: side}
    reached: {due: 2026-04-30, reached: 2026-05-08}
    overdue: {due: 2026-05-29}
    long_overdue: {due: 2026-04-01}
    to_come: {due: 2026-07-31}
    by_hand: {due: 2026-06-05, expected: 2026-06-09}
    passed_by_hand: {due: 2026-06-05, expected: 2026-05-09}
    unpromised: {after: build}
    nothing: {}
"""

FOUND = """
long_overdue: due 2026-04-01, unplanned None, red
reached: due 2026-04-30, reached 2026-05-08 +6 d, green
overdue: due 2026-05-29, unplanned None, amber
by_hand: due 2026-06-05, open 2026-06-09 +2 d, amber
passed_by_hand: due 2026-06-05, open 2026-06-01 -4 d, green
late: due 2026-06-10, open 2026-06-12 +2 d, amber
unpromised: due None, open 2026-06-12, none
early: due 2026-06-30, open 2026-06-02 -20 d, green
to_come: due 2026-07-31, unplanned None, none
nothing: due None, unplanned None, none
"""


def test_promises_in_order_of_their_dates() -> None:
    promises = Portfolio(book(BOOK)).promises("apollo")
    assert "\n".join(map(str, promises)) == FOUND.strip()


def test_a_milestone_that_is_withheld_promises_nothing() -> None:
    text = BOOK.replace("late: {due", "late: {withheld: true, due", 1)
    promises = Portfolio(book(text)).promises("apollo")
    assert "late" not in [one.milestone.id for one in promises]


def test_what_was_typed_and_what_delays_the_project_is_known() -> None:
    promises = Portfolio(book(BOOK)).promises("apollo")
    assert [one.milestone.id for one in promises if one.by_hand] == ["by_hand", "passed_by_hand"]
    assert [one.milestone.id for one in promises if one.critical] == ["late", "unpromised"]
    assert [one.milestone.id for one in promises if one.is_missed] == ["reached", "by_hand", "late"]
