"""The words of the Makefile make the environment they need, once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def folder(repository: Path, tmp_path: Path) -> Path:
    """A copy of what `make` reads, in a folder with a space in its name; its Python only seems to be one."""
    top = tmp_path / "my projects"
    shutil.copytree(repository / "requirements", top / "requirements")
    for name in ("Makefile", "pyproject.toml", "package.json", "package-lock.json"):
        shutil.copy(repository / name, top)
    (top / ".venv" / "bin").mkdir(parents=True)
    (top / ".venv" / "bin" / "python").touch()
    return top


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", *words, "INSTALL=true"]
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)


def test_a_second_run_installs_nothing(folder: Path) -> None:
    first = make(folder, ".venv")
    assert first.returncode == 0, first.stderr
    assert "requirements/dev.txt" in first.stdout
    assert "requirements/site.txt" not in first.stdout  # the first lock has all of the second
    assert make(folder, "--question", ".venv").returncode == 0


@pytest.mark.parametrize("changed", ["requirements/dev.txt", "pyproject.toml"])
def test_a_change_is_installed(folder: Path, changed: str) -> None:
    make(folder, ".venv")
    with (folder / changed).open("a") as file:
        file.write("# a change\n")
    assert make(folder, "--question", ".venv").returncode == 1
    make(folder, ".venv")
    assert make(folder, "--question", ".venv").returncode == 0


def test_a_python_that_is_too_old_is_named(folder: Path) -> None:
    (folder / ".venv" / "bin" / "python").unlink()
    old = folder / "python3.10"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.10.0 || exit 1\n')
    old.chmod(0o755)
    done = make(folder, ".venv", "PYTHON=./python3.10")
    assert done.returncode != 0
    assert "expected Python 3.11 or newer, found Python 3.10.0" in done.stderr


def test_help_lists_every_word(folder: Path) -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (folder / "Makefile").read_text(), re.MULTILINE)
    assert phony
    words = [word for word in phony[1].split() if word.isalpha()]
    assert [line.split()[0] for line in make(folder, "help").stdout.splitlines()] == words
