"""Each case is a handbook with what is found in it: problems in full, then the records that are left."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.loading.load import load
from handbook.loading.loaded import Loaded

from tests.loading.handbooks import sections, written

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
FOUND = ("problems", "records", "broken")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path, update: bool) -> None:
    told = sections(case.read_text())
    files = {heading: text for heading, text in told.items() if heading not in FOUND}
    found = _found(load(written(tmp_path, files)))
    if update:
        parts = {**files, **{heading: text for heading, text in found.items() if text}}
        case.write_text("".join(f"=== {heading}\n{text}" for heading, text in parts.items()))
    assert found == {heading: told.get(heading, "") for heading in FOUND}


def _found(loaded: Loaded) -> dict[str, str]:
    """What was found, one line each, without the records that every case has."""
    problems = [f"{problem}{' !' if problem.fatal else ''}" for problem in loaded.problems]
    records = [str(record) for record in loaded.book.records if record.kind not in ("person", "project")]
    broken = [address for address in sorted(loaded.book.broken) if address.count(".") == 0]
    return {
        heading: "".join(f"{_visible(line)}\n" for line in lines)
        for heading, lines in zip(FOUND, (problems, records, broken), strict=True)
    }


def _visible(line: str) -> str:
    """A line in which no character hides, so that a golden file shows all that was found."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line)
