"""Examples of the manual are true: files are read without a problem, commands print what is shown.

A block with a title is a file. A `console` block that shows output is run, and `…` on a line of its own
stands for any lines. The sections of a page are told on the handbook of records.md and duties.md, each on
its own; start.md, and those two together, are stories from nothing. Commands of the README run in this
repository.
"""

from __future__ import annotations

import itertools
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests import forking
from tests.docs.pages import MANUAL, PAGES, REPOSITORY, Example, examples

BIN = Path(sys.executable).parent
BASE = (MANUAL / "records.md", MANUAL / "duties.md")
APART = ("$ handbook assets", "$ handbook publish")
"""Commands that ask another host, or need a repository: tested on their own."""
FROM_NOTHING = {"start.md", "duties.md"}

Story = tuple[str, list[Example]]


def _is_told(example: Example) -> bool:
    if example.language != "console":
        return bool(example.title)
    return not (_is_silent(example) or example.text.startswith(APART))


def _is_silent(example: Example) -> bool:
    return all(line.startswith("$ ") for line in example.text.splitlines())


def _stories() -> list[Story]:
    found: list[Story] = []
    for page in PAGES:
        told = [example for example in examples(page) if _is_told(example)]
        if page.name in FROM_NOTHING:
            found.append((page.name, _base() if page in BASE else told))
            continue
        if page in BASE:
            continue
        found += [
            (f"{page.name}: {title}", list(part))
            for title, part in itertools.groupby(told, key=lambda example: example.section)
        ]
    return found


def _base() -> list[Example]:
    """The files and commands of the handbook that other pages lay theirs over."""
    return [example for page in BASE for example in examples(page) if _is_told(example)]


STORIES = _stories()


@pytest.mark.parametrize(("name", "told"), STORIES, ids=[name for name, _ in STORIES])
def test_a_story_is_true(name: str, told: list[Example], tmp_path: Path) -> None:
    if name not in FROM_NOTHING:
        _write(tmp_path, _base())
    unchecked = False
    for example in told:
        if example.title:
            _write(tmp_path, [example])
            unchecked = True
        else:
            _compare(example, tmp_path)
            unchecked &= "handbook check" not in example.text
    if unchecked:
        assert _run("handbook check", tmp_path) == "no problems\n"
        assert re.fullmatch(r"[1-9]\d* pages written to out\n", _run("handbook render out", tmp_path))


def test_commands_of_the_readme_print_what_it_shows() -> None:
    told = [example for example in examples(REPOSITORY / "README.md") if _is_told(example)]
    assert told
    for example in told:
        _compare(example, REPOSITORY)


def test_the_first_site_is_built(tmp_path: Path) -> None:
    _write(tmp_path, examples(MANUAL / "start.md"))
    _run("mkdocs build --strict --quiet", tmp_path)
    assert (tmp_path / "site" / "index.html").is_file()


def test_the_first_site_is_published(tmp_path: Path) -> None:
    _write(tmp_path, examples(MANUAL / "start.md"))
    for command in ("init -q", "config user.name Nell", "config user.email nell@example.org", "add ."):
        _run(f"git {command}", tmp_path)
    _run("git commit -q -m first", tmp_path)
    shown = next(
        example.text for example in examples(MANUAL / "publish.md") if example.text.startswith(APART[1])
    )
    command, printed = shown.splitlines()[:2]
    commit = re.compile(r"\([0-9a-f]{7}\)")
    assert commit.sub("", _run(command.removeprefix("$ "), tmp_path)) == commit.sub("", printed) + "\n"


def _write(top: Path, found: object) -> None:
    for example in found:
        if example.title:
            file = top / example.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(example.text, encoding="utf-8")


def _compare(example: Example, folder: Path) -> None:
    """Run each command of a block, and hold what it prints against the lines below it."""
    for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", example.text, re.MULTILINE):
        if shown:
            printed = "".join(f"{line.rstrip()}\n" for line in _run(command, folder).strip("\n").splitlines())
            pattern = "(?:.*\\n)*".join(map(re.escape, shown.split("…\n")))
            assert re.fullmatch(pattern, printed), f"$ {command}\n{printed}"


def _run(command: str, folder: Path) -> str:
    place = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "110",
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    words = shlex.split(command.removeprefix(".venv/bin/"))
    if words[0] in forking.COMMANDS:
        done = forking.run(words, folder, place)
    else:
        done = subprocess.run(words, cwd=folder, env=place, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr
