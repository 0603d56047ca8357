"""Handbooks made of plans, for tests."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from handbook.cli.words import words


def imported(file: Path, root: Path, *options: str) -> Result:
    """Import a plan into the handbook in a folder, which begins empty if it is not there."""
    (root / "projects").mkdir(parents=True, exist_ok=True)
    return CliRunner().invoke(words, ["import", str(file), "--root", str(root), *options])


def exported(file: Path, root: Path, project: str, *options: str) -> Result:
    """Export a project of the handbook in a folder."""
    return CliRunner().invoke(words, ["export", str(file), str(root), "--project", project, *options])
