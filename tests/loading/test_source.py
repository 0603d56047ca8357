"""Each value of a file has its place, and what is missing has that of its nearest surroundings."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.loading.load import load
from handbook.loading.source import Source
from handbook.records.origin import Path as Steps

from tests.loading.handbooks import RISK, indented, written

TEXT = """\
R-1:
  title: "Ärger: mit Umlaut"
  impact: {time: low, cost: high}
  actions:
    - text: Call
      owner: ana

    - Bare words
  tags: one
  kind: threat
  notes: |
    First <b>
    second <b>
? R-2
: title: x
"""

PLACES: dict[str, tuple[Steps, bool, tuple[int, int]]] = {
    "a record": (("R-1",), False, (2, 3)),
    "the key of a record": (("R-1",), True, (1, 1)),
    "a value": (("R-1", "title"), False, (2, 10)),
    "a key": (("R-1", "title"), True, (2, 3)),
    "a value in braces": (("R-1", "impact", "cost"), False, (3, 29)),
    "a key in braces": (("R-1", "impact", "cost"), True, (3, 23)),
    "an item": (("R-1", "actions", 0), False, (5, 7)),
    "a field of an item": (("R-1", "actions", 0, "owner"), False, (6, 14)),
    "an item of one word": (("R-1", "actions", 1), False, (8, 7)),
    "a field that a bare word stands for": (("R-1", "actions", 1, "text"), False, (8, 7)),
    "an item that is not there": (("R-1", "actions", 7), False, (5, 5)),
    "a value alone that stands for a list": (("R-1", "tags", 0), False, (9, 9)),
    "a field that is not there": (("R-1", "owner"), False, (1, 1)),
    "a field of a field that is not there": (("R-1", "impact", "quality"), False, (3, 3)),
    "a field by the name it has in python": (("R-1", "nature"), False, (10, 9)),
    "a block of text": (("R-1", "notes"), False, (11, 10)),
    "a record after a question mark": (("R-2", "title"), False, (15, 10)),
    "a record that is not there": (("R-9", "title"), False, (1, 1)),
}


@pytest.mark.parametrize("story", PLACES)
def test_place(story: str) -> None:
    path, key, expected = PLACES[story]
    place = Source("risks.yml", TEXT.encode()).place(path, key=key)
    assert place == ("risks.yml", *expected)


def test_the_nth_occurrence_in_a_text() -> None:
    source = Source("risks.yml", TEXT.encode())
    assert source.find(("R-1", "notes"), "<b", 1) == ("risks.yml", 13, 12)
    assert source.find(("R-1", "notes"), "<i", 0) == ("risks.yml", 11, 10)


def test_front_matter_counts_from_the_top_of_the_file(tmp_path: Path) -> None:
    text = f"---\n{RISK}---\n\n\nThe body <b>\n"
    loaded = load(written(tmp_path, {"apollo/risks/R-1.md": text}))
    record = next(record for record in loaded.book.records if record.kind == "risk")
    assert str(record.place("owner")) == "projects/apollo/risks/R-1.md:3:8"
    assert str(record.place("description")) == "projects/apollo/risks/R-1.md:10:1"
    assert [str(problem.place) for problem in loaded.problems] == ["projects/apollo/risks/R-1.md:10:10"]


def test_a_row_of_a_matrix_has_the_places_of_its_roles(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/raci.yml": "build:\n  ana: A\n  tom: R\n"}))
    row = next(record for record in loaded.book.records if record.kind == "raci")
    assert str(row.place("roles", "tom")) == "projects/apollo/raci.yml:3:8"
    assert str(row.place()) == "projects/apollo/raci.yml:1:1"


def test_nested_records_have_their_own_places(tmp_path: Path) -> None:
    plan = (
        "tasks:\n  a:\n    title: A\n    tasks:\n      b:\n        title: B\n        deadline: 2026-03-01\n"
    )
    loaded = load(written(tmp_path, {"apollo/plan.yml": plan}))
    inner = next(record for record in loaded.book.records if record.id == "a.b")
    assert str(inner.place()) == "projects/apollo/plan.yml:5:7"
    assert str(inner.place("deadline")) == "projects/apollo/plan.yml:7:19"
    assert inner.parent == "a"


def test_a_file_that_was_refused_is_not_read_again(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/risks.yml": "[" * 100_000}))
    assert loaded.sources["projects/apollo/risks.yml"].place(("R-1", "title")) == (
        "projects/apollo/risks.yml",
        1,
        1,
    )


def test_a_record_prints_its_file_and_not_its_text(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/risks.yml": f"R-1:\n{indented(RISK)}"}))
    assert repr(loaded.sources["projects/apollo/risks.yml"]) == "Source('projects/apollo/risks.yml')"
