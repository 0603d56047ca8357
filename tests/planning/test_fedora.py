"""A plan that people really had: 414 tasks, the dates as another scheduler computed them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from handbook.loading.load import load
from handbook.planning.plan import Entry, Plan
from handbook.planning.plans import plan

from tests.fedora import Row, fedora_project, rows

STATUS = date(2013, 5, 1)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def table(realdata: Path) -> list[Row]:
    """The tasks as the other scheduler had them, the project first."""
    return rows(realdata / "fedora20" / "tasks.csv")


@pytest.fixture(scope="module")
def planned(realdata: Path, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The plan of the same tasks, from records."""
    folder = tmp_path_factory.mktemp("fedora")
    fedora_project(realdata / "fedora20" / "tasks.csv", folder)
    loaded = load(folder, status_date=STATUS)
    assert not loaded.problems
    return plan(loaded.book, "fedora20")


def test_all_tasks_are_planned_without_a_fault(table: list[Row], planned: Plan) -> None:
    assert not planned.faults
    assert sorted(entry.record.id for entry in planned) == sorted(row.task for row in table[1:])
    assert (planned.start, planned.finish) == (table[0].start.date(), table[0].end.date())


def test_most_dates_are_those_of_the_other_scheduler(table: list[Row], planned: Plan) -> None:
    """359 of 413 tasks agree to the day, and none is more than a day away but for one start.

    Records name days and no hours. Most others finish with the day before because they, or what they wait
    for, begin at nine o'clock there and at midnight here; some finish at midnight there, which is the end of
    the day before here. Nine tasks of the election start a day later, because there an hour is lost when the
    clocks change in November. One summary, the alpha phase, has a start of its own there, earlier than all
    that is inside it.
    """
    entries = {entry.record.id: entry for entry in planned}
    differing = [row for row in table[1:] if not _agree(row, entries[row.task])]

    assert len(table[1:]) - len(differing) == 359
    later = [row for row in differing if entries[row.task].start.date() > row.start.date()]
    assert [row.task for row in later if row.start.hour != 23] == ["TestingPhase.alpha"]
    assert len(later) == 10
    for row in differing:
        assert abs(entries[row.task].finish.date() - row.end.date()) <= DAY
        if row not in later:
            assert entries[row.task].start.date() == row.start.date()
            assert entries[row.task].finish.date() == row.end.date() - DAY
            assert row.end.hour in {0, 9}


def _agree(row: Row, entry: Entry) -> bool:
    return (entry.start.date(), entry.finish.date()) == (row.start.date(), row.end.date())
