"""Stories: handbooks in `cases/` in which every problem of every rule is marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.checks.manual import Example, read_manual

from tests.checks.handbooks import expected_of, lines, problems_of

CASES = [
    pytest.param(example, id=f"{file.stem}-{number}")
    for file in sorted((Path(__file__).parent / "cases").glob("*.md"))
    for number, example in enumerate(read_manual(file.read_text()).examples)
]


@pytest.mark.parametrize("example", CASES)
def test_case(example: Example, tmp_path: Path) -> None:
    found = problems_of(example, tmp_path)
    assert sorted((p.place.file, p.place.line, p.code) for p in found) == expected_of(example), lines(found)


def test_cases_were_found() -> None:
    assert len(CASES) > 5
