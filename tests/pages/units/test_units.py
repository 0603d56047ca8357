"""What is looked at again after a change: what the change can be seen from, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.checks import registry
from handbook.checks.memory.store import Store
from handbook.checks.registry import rule
from handbook.checks.rule import Fault
from handbook.pages.units import parts

from tests.checks.handbooks import lay
from tests.pages.units.handbooks import as_a_whole, in_units

CHARTER = "title: {}\nmanager: ana\nsponsor: eve\nstatus: active\nstart: 2026-01-05\n"
SUPERSEDED = "D-1: {title: Buy it, status: superseded, deciders: [eve], date: 2026-01-10}\n"
SUCCESSOR = (
    "D-1: {title: Rent it, status: accepted, deciders: [eve], date: 2026-02-10, supersedes: [old/D-1]}\n"
)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The units that are looked at, in order."""
    found: list[str] = []
    check_part = parts.check_part

    def noted(part: parts.Part, *rounds: int) -> object:
        found.extend(part.folders)
        return check_part(part, *rounds)

    monkeypatch.setattr(parts, "check_part", noted)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three projects, of which ``new`` refers to ``old``."""
    files = {f"{name}/project.yml": CHARTER.format(name) for name in ("old", "new", "other")}
    return lay(tmp_path / "root", {**files, "old/decisions.yml": SUPERSEDED, "new/decisions.yml": SUCCESSOR})


@pytest.fixture
def store(tmp_path: Path, root: Path, looked_at: list[str]) -> Store:
    """A memory of the handbook."""
    store = Store(tmp_path / "store")
    in_units(root, store=store)
    looked_at.clear()
    return store


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("", "", set()),
        ("other/risks.yml", "R-1: {title: A, owner: ana}\n", {"other"}),
        ("old/decisions.yml", f"# a comment\n{SUPERSEDED}", {"old", "new"}),
        ("new/issues.yml", "I-1: {title: A}\n", {"new"}),
        ("new/decisions.yml", "D-2: {title: A, status: proposed}\n", {"new", "old"}),
        ("people.yml", "ana: {name: Ana Silva}\n", {"", "apollo", "old", "new", "other"}),
        ("fresh/project.yml", CHARTER.format("fresh"), {"", "apollo", "old", "new", "other", "fresh"}),
    ],
    ids=["nothing", "alone", "referred to", "refers", "refers no more", "organisation", "project"],
)
def test_what_is_looked_at_again(
    file: str, text: str, expected: set[str], root: Path, store: Store, looked_at: list[str]
) -> None:
    if file:
        (root / "projects" / file).parent.mkdir(exist_ok=True)
        (root / "projects" / file).write_text(text)
    found = in_units(root, store=store)
    assert set(looked_at) == expected
    assert found == as_a_whole(root)


def test_a_successor_in_another_project_is_known(root: Path, store: Store) -> None:
    found = [problem[0] for problem in in_units(root, store=store) or ()]
    assert "DECIDE004" not in found
    (root / "projects" / "new" / "decisions.yml").unlink()
    assert "DECIDE004" in [problem[0] for problem in in_units(root, store=store) or ()]


def test_a_unit_that_was_forged_is_looked_at(root: Path, store: Store, tmp_path: Path) -> None:
    whole = as_a_whole(root)
    for file in (tmp_path / "store").iterdir():
        for text in ("[]", "[[],[]]", "[[]," + file.read_text()[4:], "7", '["",""]'):
            file.write_text(text)
            assert in_units(root, store=store) == whole


def test_projects_that_reach_each_other_in_a_long_chain(root: Path) -> None:
    """They look too far to be looked at apart."""
    for at in range(12):
        folder = root / "projects" / f"chain-{at:02}"
        folder.mkdir()
        (folder / "project.yml").write_text(CHARTER.format(at))
        after = f"[chain-{at + 1:02}/build]" if at < 11 else "[]"
        (folder / "plan.yml").write_text(f"tasks: {{build: {{title: B, duration: 20d, after: {after}}}}}\n")
    found = in_units(root)
    assert found is not None
    assert found == as_a_whole(root)


def test_a_rule_that_breaks_down_is_told_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The handbook is then looked at as a whole."""

    def defect(portfolio: Portfolio) -> Iterator[Fault]:
        raise ValueError("a defect")

    broken = replace(registry.rule("SCOPE007"), check=defect)
    monkeypatch.setattr(
        "handbook.checks.rulebook.rule", lambda code: {"SCOPE007": broken}.get(code) or rule(code)
    )
    assert in_units(root) is None
    assert [problem[0] for problem in as_a_whole(root)].count("CHECK009") == 1
