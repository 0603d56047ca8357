"""What a baseline fixes: a change of dates, effort or cost needs one that is approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.handbooks import lay, problems

BASELINE = """\
date: 2026-01-09
budget_at_completion: 120k EUR
entries:
  design: {start: 2026-01-05, finish: 2026-01-16, effort: 10d, cost: 4k EUR}
  M-1: {start: 2026-05-29, finish: 2026-05-29, forecast: 2026-06-12}
"""
PLAN = """\
tasks:
  design: {{title: Design, effort: {effort}, duration: 10d, cost: {cost}, deadline: 2026-01-20}}
milestones:
  M-1: {{title: Go-live, after: [design], due: {due}}}
"""
CHANGE = """\
CR-1:
  title: Agree anew
  changes: [{{record: {record}, field: {field}, from: {old}, to: {new}}}]
  decision: approved
  decided_by: eve
  decided: 2026-02-16
"""
AGREED = {"effort": "10d", "cost": "4k EUR", "due": "2026-05-29", "total": "120k EUR"}


def told(folder: Path, changes: str = "", **fields: str) -> list[str]:
    found = AGREED | fields
    files = {
        "apollo/baselines/2026-01.yml": BASELINE,
        "apollo/plan.yml": PLAN.format(**found),
        "apollo/budget.yml": f"total: {found['total']}\n",
        "apollo/changes.yml": changes,
    }
    root = lay(folder, {path: text for path, text in files.items() if text})
    return [problem.message for problem in problems(root) if problem.code == "PLAN022"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"effort": "2w"}, []),
        ({"cost": "4 000 EUR"}, []),
        ({"effort": "12d"}, ["expected 10d as in baseline 2026-01, found 12d"]),
        (
            {"cost": "5k EUR"},
            ["expected 4\u00a0000\u00a0EUR as in baseline 2026-01, found 5\u00a0000\u00a0EUR"],
        ),
        ({"due": "2026-06-05"}, ["expected 2026-05-29 as in baseline 2026-01, found 2026-06-05"]),
        (
            {"total": "130k EUR"},
            ["expected 120\u00a0000\u00a0EUR as in baseline 2026-01, found 130\u00a0000\u00a0EUR"],
        ),
    ],
)
def test_a_baselined_field_is_guarded(tmp_path: Path, fields: dict[str, str], expected: list[str]) -> None:
    assert told(tmp_path, **fields) == expected


@pytest.mark.parametrize(
    ("record", "field", "new"),
    [
        ("design", "effort", "12d"),
        ("design", "cost", "5k EUR"),
        ("M-1", "due", "2026-06-05"),
        ("budget", "total", "130k EUR"),
    ],
)
def test_an_approved_change_opens_it(tmp_path: Path, record: str, field: str, new: str) -> None:
    change = CHANGE.format(record=record, field=field, old=AGREED[field], new=new)
    assert told(tmp_path, change, **{field: new}) == []
    assert len(told(tmp_path / "other", change.replace("approved", "rejected"), **{field: new})) == 1
