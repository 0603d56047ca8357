"""Small handbooks on disk: the base, with the files of an example laid over it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from unittest.mock import patch

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.checks import registry
from handbook.checks.manual import Example, File
from handbook.checks.rule import Rule
from handbook.checks.run import run
from handbook.loading.history import Blob, Commit, History, blob_name, with_history
from handbook.loading.limits import Limits
from handbook.loading.load import load
from handbook.loading.tree import Disk
from handbook.pages.opening import with_pages
from handbook.problems import Problem

BASE = Path(__file__).parent / "base"
STATUS_DATE = date(2026, 3, 2)


def lay(folder: Path, files: dict[str, str]) -> Path:
    """The base handbook in ``folder``, with files laid over it, by their paths in the folder of projects."""
    shutil.copytree(BASE, folder / "projects")
    for path, text in files.items():
        file = folder / "projects" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


class Told(NamedTuple):
    """A history as an example tells it: what files said, by the day of a commit and their path."""

    files: Mapping[tuple[str, str], bytes] = MappingProxyType({})

    def commits(self) -> list[Commit]:
        return [Commit(day, date.fromisoformat(day)) for day in sorted({day for day, _ in self.files})[::-1]]

    def blobs(self, files: Collection[tuple[str, str]]) -> dict[tuple[str, str], Blob]:
        known = [(key, self.files[key]) for key in files if key in self.files]
        return {key: Blob(blob_name(raw), len(raw)) for key, raw in known}

    def contents(self, blobs: Collection[Blob]) -> dict[str, bytes]:
        names = {blob.name for blob in blobs}
        return {name: raw for raw in self.files.values() if (name := blob_name(raw)) in names}


def problems(
    folder: Path,
    limits: Limits = Limits(),  # noqa: B008
    history: History = Told(),  # noqa: B008
    **choices: tuple[str, ...],
) -> tuple[Problem, ...]:
    read = with_history(load(folder, limits=limits, status_date=STATUS_DATE), history, limits)
    _, loaded = with_pages(read, Disk(folder), limits=limits)
    return run(loaded, Portfolio(loaded.book), **choices)


def lines(found: tuple[Problem, ...]) -> list[str]:
    return [str(problem) for problem in found]


def problems_of(example: Example, folder: Path) -> tuple[Problem, ...]:
    """The problems of a handbook made of the base and an example."""
    lay(folder, {})
    for file in example.files:
        if "before" not in file.attributes:
            _lay(file, _path(file, folder))
    history = _history(example)
    told = {key: value for file in example.files for key, value in file.attributes.items()}
    bounds = {key: int(value) for key, _, value in [told.get("limits", "").partition("=")] if key}
    if "defect" not in told:
        return problems(folder, Limits(**bounds), history)
    broken = {told["defect"]: replace(registry.rule(told["defect"]), check=_break_down)}
    with patch("handbook.checks.rulebook.rule", lambda code: broken.get(code) or registry.rule(code)):
        return problems(folder, Limits(**bounds))


def _history(example: Example) -> Told:
    earlier = [file for file in example.files if "before" in file.attributes]
    return Told(
        {(file.attributes["before"], f"projects/{file.path}"): file.unmarked().encode() for file in earlier}
    )


def expected_of(example: Example) -> list[tuple[str, int, str]]:
    """File, line and code of each report that an example asks for, in order."""
    marks = [
        (os.path.normpath(f"projects/{file.path}"), line, code)
        for file in example.files
        for line, code in file.marked()
    ]
    return sorted(marks)


def _path(file: File, folder: Path) -> Path:
    """Where a file of an example is laid: inside `folder`, whatever its title says."""
    path = folder / "projects" / file.path
    inside = Path(os.path.normpath(path))
    assert inside.is_relative_to(folder), f"{file.path} is outside of the handbook"
    return path


def _lay(file: File, path: Path) -> None:
    told = file.attributes
    if path.is_dir() and not path.is_symlink() and ("absent" in told or "link" in told):
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if "absent" in told:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in told:
        path.symlink_to(told["link"])
        return
    text = file.unmarked() * int(told.get("repeat", "1"))
    path.write_bytes(text.encode(told.get("encoding", "utf-8")))
    if "mode" in told:
        if os.geteuid() == 0:
            pytest.skip("the superuser may read every file")
        path.chmod(int(told["mode"], 8))


def _break_down(portfolio: Portfolio) -> None:
    raise ValueError("a defect")


def rule_ids(rules: tuple[Rule, ...]) -> list[str]:
    return [rule.code for rule in rules]
