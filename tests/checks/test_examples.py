"""The examples of every manual page are tests: a mark stands on each line that the rule reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.checks.manual import Example
from handbook.checks.registry import rules

from tests.checks.handbooks import expected_of, lay, lines, problems, problems_of

EXAMPLES = [
    pytest.param(rule.code, example, id=f"{rule.code}-{'fails' if example.fails else 'passes'}-{number}")
    for rule in rules()
    for number, example in enumerate(rule.manual.examples)
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_example(code: str, example: Example, tmp_path: Path) -> None:
    found = problems_of(example, tmp_path)
    expected = expected_of(example)
    codes = {code, *(marked for _, _, marked in expected)}
    reported = [(p.place.file, p.place.line, p.code) for p in found if p.code in codes]
    assert sorted(reported) == expected, lines(found)
    assert bool(expected) == example.fails, "a failing example has a mark, a passing one has none"


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    assert lines(problems(lay(tmp_path, {}))) == []
