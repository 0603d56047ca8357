"""The example of every kind is one: it is read without a fault, and shows the kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from handbook.loading.load import load
from handbook.pages.reference.kinds import example
from handbook.records.kind import kinds

from tests.checks.handbooks import STATUS_DATE, lay, lines, problems

READING = ("READ", "FIELD", "REF001", "REF002", "TEXT", "PAGE")


@pytest.mark.parametrize("name", kinds())
def test_the_example_of_a_kind_is_read_without_a_fault(name: str, tmp_path: Path) -> None:
    files = {file.path: file.text + "\n" for file in example(kinds()[name])}
    assert files, "an example in the docstring of the kind's module"
    found = problems(lay(tmp_path, files))
    assert lines(tuple(problem for problem in found if problem.code.startswith(READING))) == []
    book = load(tmp_path, status_date=STATUS_DATE).book
    shown = book.of(kinds()[name].model) or ((book.settings,) if name == "settings" else ())
    assert any(record.origin.file.removeprefix("projects/") in files for record in shown)


@pytest.mark.parametrize("name", kinds())
def test_the_example_of_a_kind_has_all_that_must_be_there(name: str) -> None:
    text = "\n".join(file.text for file in example(kinds()[name]))
    model = kinds()[name].model
    needed = [field.alias or key for key, field in model.model_fields.items() if field.is_required()]
    wrapped, bare = kinds()[name].wrap, kinds()[name].bare
    assert [key for key in needed if not re.search(rf"\b{key}:", text) and key not in (wrapped, bare)] == []
