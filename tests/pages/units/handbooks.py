"""Handbooks of many projects, and the two ways to check them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from handbook.analysis.portfolio import Portfolio
from handbook.checks.manual import Example
from handbook.checks.memory.plain import plain
from handbook.checks.memory.store import Store
from handbook.checks.registry import rules
from handbook.checks.run import run
from handbook.loading.load import load
from handbook.loading.status_date import dated
from handbook.loading.tree import Disk
from handbook.pages.opening import with_pages
from handbook.pages.units.check import check_units, organisation_of
from handbook.pages.units.unit import Wanted

from tests.checks.handbooks import BASE, lay

DAY = date(2026, 3, 2)
Told = list[list[Any]]


def as_a_whole(root: Path, day: date = DAY) -> Told:
    """All problems, in plain data, of a handbook that is read into one book."""
    _, loaded = with_pages(load(root, status_date=day), Disk(root))
    return plain(run(loaded, Portfolio(loaded.book)))


def in_units(root: Path, day: date = DAY, store: Store | None = None) -> Told | None:
    """All problems of a handbook that is checked unit by unit."""
    organisation = dated(organisation_of(root, "projects"), day)
    found = check_units(Wanted(root, "projects", day), organisation, store=store, asked="test")
    return None if found is None else plain(found.problems)


def every_fault(folder: Path) -> Path:
    """A handbook with a project for each example of each rule that can stand beside others."""
    lay(folder, {})
    for rule in rules():
        for number, example in enumerate(rule.manual.examples):
            if _may_stand_beside_others(example):
                name = f"{rule.code.lower()}-{number}"
                _write(folder / "projects" / name, name, example)
    return folder


def _may_stand_beside_others(example: Example) -> bool:
    return all(file.path.startswith("apollo/") and not file.attributes for file in example.files)


def _write(folder: Path, name: str, example: Example) -> None:
    """The base project and an example laid over it, under another name."""
    base = {path.relative_to(BASE / "apollo"): path.read_text() for path in (BASE / "apollo").rglob("*.*")}
    own = {Path(file.path).relative_to("apollo"): file.unmarked() for file in example.files}
    for path, text in {**base, **own}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text.replace("apollo", name))
