"""Each bound holds, and what is within it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.loading.limits import Limits
from handbook.loading.load import load

from tests.loading.handbooks import RISK, indented, written

RISKS = "".join(f"R-{number}:\n{indented(RISK)}  notes: {'x' * 50}\n" for number in range(3))


@pytest.mark.parametrize(
    ("limits", "codes", "risks"),
    [
        (Limits(), [], 3),
        (Limits(records=6), [], 3),
        (Limits(records=5), ["READ013"], 2),
        (Limits(records=3), ["READ013"], 0),
        (Limits(prose=50), [], 3),
        (Limits(prose=49), ["FIELD012"] * 3, 3),
        (Limits(file_bytes=len(RISKS)), [], 3),
        (Limits(file_bytes=len(RISKS) - 1), ["READ004"], 0),
        (Limits(depth=2), [], 3),
        (Limits(depth=1), ["READ005", "READ005"], 0),
    ],
    ids=str,
)
def test_limit(limits: Limits, codes: list[str], risks: int, tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/risks.yml": RISKS}), limits=limits)
    assert [problem.code for problem in loaded.problems] == codes
    assert len([record for record in loaded.book.records if record.kind == "risk"]) == risks
    assert loaded.is_fatal == any(code.startswith("READ") for code in codes)


def test_prose_that_is_too_long_is_not_kept(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/risks.yml": RISKS}), limits=Limits(prose=49))
    assert {record.notes for record in loaded.book.records if record.kind == "risk"} == {""}
