"""What a change request says of a field is compared by what it means, not by how it is written."""

from __future__ import annotations

import pytest
from handbook.analysis.written import Measure, holds, known_fields
from handbook.records.kinds.budget import Budget
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.project import Project
from handbook.records.kinds.task import Task
from handbook.records.record import Record

TASK = Task.model_validate(
    {
        "title": "Build the service",
        "duration": "10d",
        "cost": "12 000 EUR",
        "progress": "40%",
        "priority": "700",
        "after": ["design", "M-1 SS+2d"],
        "constraint": {"type": "SNET", "date": "2026-03-02"},
        "assigned": {"ana": "50%"},
        "skills": "python",
    }
)
MILESTONE = Milestone.model_validate({"title": "Go-live", "due": "2026-05-29"})
BUDGET = Budget.model_validate({"total": "120k", "reserves": {"contingency": "10k"}})
PROJECT = Project.model_validate(
    {
        "title": "Apollo",
        "manager": "ana",
        "sponsor": "eve",
        "status": "active",
        "start": "2026-01-05",
        "purpose": "To  sell\nmore",
    }
)
IN_EUROS = Measure(480, 2400, "EUR")


@pytest.mark.parametrize(
    ("record", "field", "text", "expected"),
    [
        (MILESTONE, "due", "2026-05-29", True),
        (MILESTONE, "due", "2026-06-12", False),
        (MILESTONE, "due", "29 May 2026", None),
        (MILESTONE, "reached", "none", True),
        (MILESTONE, "due", "none", False),
        (MILESTONE, "reached", "2026-06-12", False),
        (TASK, "duration", "2w", True),
        (TASK, "duration", "80h", True),
        (TASK, "duration", "10ed", False),
        (TASK, "cost", "12k EUR", True),
        (TASK, "cost", "12000", True),
        (TASK, "cost", "12k GBP", False),
        (TASK, "progress", "40 %", True),
        (TASK, "priority", "700", True),
        (TASK, "priority", "high", None),
        (TASK, "after", "M-1 SS+2d, design", True),
        (TASK, "after", "[design]", False),
        (TASK, "skills", "python", True),
        (TASK, "title", "build the  service", True),
        (TASK, "constraint.date", "2026-03-02", True),
        (TASK, "constraint.type", "MSO", False),
        (TASK, "constraint", "MSO", None),
        (TASK, "constraint.day", "2026-03-02", None),
        (TASK, "assigned", "ana 50%", None),
        (TASK, "remaining.amount", "3", None),
        (TASK, "dua", "2026-03-02", None),
        (BUDGET, "reserves.contingency", "10 000 EUR", True),
        (BUDGET, "total", "120 000 EUR", True),
        (PROJECT, "purpose", "To sell more", True),
        (PROJECT, "status", "on-hold", False),
        (PROJECT, "tolerances.time", "5d", False),
    ],
)
def test_what_a_field_holds(record: Record, field: str, text: str, expected: bool | None) -> None:
    assert holds(record, field, text, IN_EUROS) is expected


def test_a_week_has_the_days_of_the_project() -> None:
    assert holds(TASK, "duration", "2w", Measure(480, 4 * 480)) is False


def test_the_fields_of_a_record_are_called_as_in_files() -> None:
    assert {"due", "after", "reached", "title"} <= set(known_fields(MILESTONE))
    assert {"objectives", "deliverables"} <= set(known_fields(PROJECT))
    assert not {"id", "origin", "from_"} & set(known_fields(MILESTONE))
