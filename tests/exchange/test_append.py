"""Records appended to a text: what stood there stays, and the new ones look like the old."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from handbook.exchange.editing.append import append
from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.nodes import composed, data_of
from hypothesis import given
from hypothesis import strategies as st

CASES = sorted((Path(__file__).parent / "append").glob("*.txt"))
_PART = re.compile(r"^--- (\w+) ?(.*)\n", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_record_is_appended(case: Path) -> None:
    _, *parts = _PART.split(case.read_text())
    told = {
        name: (words, text) for name, words, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }
    records = yaml.load(told["records"][1], yaml.BaseLoader)
    under = told.get("under", ("", ""))[0].split()
    assert append(told["before"][1], records, under) == told["after"][1]


@pytest.mark.parametrize("before", ["R-1: {title: One}", "R-1:\n  title: One", "R-1:\n  notes: |\n    One"])
def test_a_file_without_a_line_feed_at_its_end_gets_none(before: str) -> None:
    appended = append(before, {"R-2": {"title": "Two"}})
    assert appended.startswith(before)
    assert not appended.endswith("\n")


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("R-9: {title: One}\n", "the id 'R-9' is taken"),
        ("R-1: {title: One}\nR-1: {title: Two}\n", "the key 'R-1' stands in line 1 already"),
        ("R-1: {title: One\n", "expected"),
        ("- one\n", "expected a mapping from ids to records"),
        ("R-1: *one\n", "found the alias '*one'"),
    ],
)
def test_what_cannot_be_appended_to_is_refused(before: str, told: str) -> None:
    with pytest.raises(CannotEdit, match=re.escape(told)):
        append(before, {"R-9": {"title": "Nine"}})


VALUES = st.recursive(
    st.text(max_size=20)
    | st.sampled_from(["NO", "1.10", "12:30", "0123", "a: b", "a #b", "- a", "[", "~", ""]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)


FIELDS = st.dictionaries(st.text(max_size=8), VALUES, max_size=3)


@given(st.dictionaries(st.text(min_size=1, max_size=8), FIELDS, max_size=2))
def test_whatever_is_written_is_read_again(records: dict[str, object]) -> None:
    text = append("first: {title: One}\n\nsecond:\n  title: Two\n", records)
    read = data_of(composed(text))
    assert {name: fields for name, fields in read.items() if name not in ("first", "second")} == records


@given(st.text(max_size=30))
def test_other_readers_read_text_too(text: str) -> None:
    line = append("", {"x": {"title": f"x{text}"}}).split("title: ")[1]
    assert yaml.load(f"title: {line}", yaml.SafeLoader)["title"] == f"x{text}" or "\n" in text


@pytest.mark.parametrize(
    "text", ["NO", "yes", "1.10", "12:30", "0123", "1e3", "~", "null", "0x1F", "1_000", ".5"]
)
def test_text_that_others_take_for_something_else_gets_quotes(text: str) -> None:
    written = append("", {"x": {"title": text}})
    assert yaml.load(written, yaml.SafeLoader) == {"x": {"title": text}}


@pytest.mark.parametrize(
    "text", ["2026-03-31", "12", "12k EUR", "40%", "3d", "-5 EUR", "design.api SS+2d", "don't"]
)
def test_what_people_write_without_quotes_gets_none(text: str) -> None:
    assert append("", {"x": {"title": text}}) == f"x:\n  title: {text}\n"
