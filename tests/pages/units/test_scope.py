"""What rules find in a unit does not depend on more than they say.

Each project is checked by itself, with nothing but what it reaches and who refers to it. If a rule finds more
or less in the whole portfolio, it looks farther than a rule of ``project`` scope may: say SCOPE = "portfolio"
and what it has to ``gather``, or let it look at the project at hand alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.checks.registry import rules
from handbook.pages.units import parts

from tests.pages.units.handbooks import as_a_whole, every_fault, in_units


@pytest.fixture(autouse=True)
def each_unit_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_CHUNK", 0)
    monkeypatch.setattr(parts, "_WORTH_SHARING", 0)


def test_every_rule_looks_as_far_as_it_says(tmp_path: Path) -> None:
    root = every_fault(tmp_path)
    whole = as_a_whole(root)
    assert in_units(root) == whole
    assert len({problem[0] for problem in whole}) > 60, "the portfolio has all sorts of faults"


@pytest.mark.parametrize("folder", [".", "tests/views/portfolio"])
def test_whole_handbooks(folder: str, repository: Path) -> None:
    root = repository / folder
    assert in_units(root) == as_a_whole(root)


def test_rules_that_look_far_say_what_they_gather() -> None:
    """One that does not is correct, but then the whole handbook is read again after every change."""
    assert [
        rule.code for rule in rules() if rule.scope == "portfolio" and rule.check and not rule.gather
    ] == []
