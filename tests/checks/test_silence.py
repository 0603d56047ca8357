"""A value that cannot be read is one problem: no rule reports what follows from its loss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.checks.handbooks import BASE, lay, lines, problems

DUTIES = BASE.parent / "duties"
"""What is laid over the base: gates, stakeholders and whatever else a project in full keeps."""


def _texts(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


KEPT = _texts(DUTIES)
FILES = _texts(BASE) | KEPT
VALUE = re.compile(r"^(\s*)([\w-]+): .+$")
READING = ("READ", "FIELD")


def _spoilt() -> list[tuple[str, int]]:
    return [
        (name, at)
        for name, text in FILES.items()
        for at, line in enumerate(text.splitlines())
        if VALUE.match(line)
    ]


def test_a_project_in_full_has_no_problem(tmp_path: Path) -> None:
    assert lines(problems(lay(tmp_path, KEPT))) == []


@pytest.mark.parametrize(("name", "at"), _spoilt(), ids=str)
def test_a_spoilt_value_is_one_problem(name: str, at: int, tmp_path: Path) -> None:
    text = FILES[name].splitlines()
    text[at] = VALUE.sub(r"\1\2: {not: [a, value]}", text[at])
    found = problems(lay(tmp_path, KEPT | {name: "\n".join(text)}))
    assert found
    assert [str(problem) for problem in found if not problem.code.startswith(READING)] == []


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yml")])
def test_a_file_that_cannot_be_read_is_one_problem(name: str, tmp_path: Path) -> None:
    found = problems(lay(tmp_path, KEPT | {name: FILES[name] + "broken: [\n"}))
    assert [problem.code for problem in found] == ["READ002"], lines(found)
