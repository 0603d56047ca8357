"""Formatting: one layout, and not a word that says something else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.formatting.format import formatted
from handbook.exchange.formatting.order import field_order
from handbook.loading.layout import Sheet, survey
from handbook.loading.limits import Limits
from handbook.loading.load import load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.marks import fields
from handbook.loading.reading import read
from handbook.loading.tree import Disk
from handbook.records.kind import kinds
from hypothesis import given, settings

from tests.exchange.registers import REGISTERS
from tests.loading.test_tree import memory

CASES = sorted((Path(__file__).parent / "format").glob("*.txt"))
RISKS = Sheet("projects/apollo/risks.yml", "apollo", ("risk",))
_PART = re.compile(r"^--- (\w+) ?(.*)\n", re.MULTILINE)


def text_of(text: str, sheet: Sheet = RISKS, **choices: bool) -> str:
    return formatted(sheet, text.encode(), **choices).decode()


def the_sheet(name: str) -> Sheet:
    """The sheet that a file of this name is."""
    sheets = survey(memory(**{f"projects/{name}": b"x"}), "projects").sheets
    return next(sheet for sheet in sheets if sheet.file == f"projects/{name}")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_file_is_laid_out(case: Path) -> None:
    _, before, name, text, *_, after = _PART.split(case.read_text())
    assert before == "before"
    sheet = the_sheet(name)
    assert text_of(text, sheet) == after
    assert text_of(after, sheet) == after


@settings(max_examples=150)
@given(REGISTERS)
def test_what_is_laid_out_says_the_same(text: str) -> None:
    new = text_of(text)
    # Text beneath a bar at the end of a file has a line feed more once the file ends in one, as all files do.
    before, after = loaded(text if text.endswith("\n") else f"{text}\n"), loaded(new)
    assert facts(after) == facts(before)
    assert told(after) == told(before)
    assert Counter(re.findall(r"# c\d+", new)) == Counter(re.findall(r"# c\d+", text))


@settings(max_examples=100)
@given(REGISTERS)
def test_what_is_laid_out_once_is_laid_out(text: str) -> None:
    once = text_of(text)
    assert text_of(once) == once


@settings(max_examples=60)
@given(REGISTERS)
def test_an_allowance_stays_with_what_it_covers(text: str) -> None:
    allowed = re.sub(r"# (c\d+)", r"# handbook: allow RISK001 until 2026-01-01 \1", text)
    try:
        new = text_of(allowed)
    except CannotEdit:  # what the comment covers would move away from it
        return
    assert covered(new) == covered(allowed)


def covered(text: str) -> Counter[tuple[str, str]]:
    """The reason of each allowance with the first name on the line that it covers."""
    names: dict[int, str] = {}
    walk(yaml.compose(text, yaml.BaseLoader), "", names)
    reading = read(RISKS, text.encode(), Limits())
    return Counter((reason, names.get(line - 1, "")) for _, line, _, reason in reading.allowed)


def walk(node: yaml.Node, name: str, names: dict[int, str]) -> None:
    """Note what the first thing on each line is called: by its key, or by that of the list it is in."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            names.setdefault(key.start_mark.line, key.value)
            walk(value, key.value, names)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            walk(item, f"an item of {name}", names)
    else:
        names.setdefault(node.start_mark.line, name)


def loaded(text: str) -> Loaded:
    return load_tree(memory(**{RISKS.file: text.encode()}))


def facts(found: Loaded) -> list[dict[str, Any]]:
    return [record.model_dump(exclude={"origin"}) for record in found.book.records]


def told(found: Loaded) -> Counter[tuple[str, str, str]]:
    return Counter(
        (problem.code, re.sub(r"line \d+|:\d+:\d+", "", problem.message), problem.cure)
        for problem in found.problems
    )


def test_records_are_sorted_by_their_ids_only_if_asked() -> None:
    text = "# Risks.\n\nR-10: {title: Ten}\n# of nine\nR-9: {title: Nine}\n"
    assert text_of(text) == text
    assert text_of(text, by_id=True) == "# Risks.\n\n# of nine\nR-9: {title: Nine}\nR-10: {title: Ten}\n"


@pytest.mark.parametrize("raw", [b"R-1:\r\n    title: One\r\n", b"R-1:\n    title: One"])
def test_line_ends_are_kept_and_the_last_is_never_missing(raw: bytes) -> None:
    end = b"\r\n" if b"\r" in raw else b"\n"
    assert formatted(RISKS, raw) == end.join([b"R-1:", b"  title: One", b""])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("R-1: {title: One\n", "expected"),
        ("R-1:\n  title: a\n  title: b\n", "stands in line 2 already"),
        ("R-1:\n  title: a\u2028b\n", "hidden character"),
        ("R-1:\r\n  title: a\n", "the lines end in two ways"),
        ("R-1: *a\n", "found the alias"),
    ],
)
def test_what_cannot_be_read_is_left_alone(text: str, said: str) -> None:
    with pytest.raises(CannotEdit, match=re.escape(said)):
        text_of(text)


@pytest.mark.parametrize("kind", kinds().values(), ids=kinds())
def test_every_field_has_its_place(kind: Any) -> None:
    order = field_order(kind)
    assert len(order) == len(set(order))
    assert set(order) == set(fields(kind.model)) | {nest.key for nest in kind.nests}


def test_the_sample_says_the_same(repository: Path) -> None:
    for sheet in survey(Disk(repository), "projects").sheets:
        raw = (repository / sheet.file).read_bytes()
        once = formatted(sheet, raw)
        assert formatted(sheet, once) == once
