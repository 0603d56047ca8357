"""What `handbook check` remembers, and that nobody can tell from what it prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import RISKS, Done

Run = Callable[..., Done]


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A memory that is empty."""
    folder = tmp_path_factory.mktemp("store") / "handbook"
    monkeypatch.setenv("HANDBOOK_CACHE_DIR", str(folder))
    return folder


def forge(store: Path) -> None:
    """Change what is remembered, so that what is told from memory can be told from what is found."""
    for file in store.iterdir():
        file.write_text(file.read_text().replace("did you mean", "remembered"))


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_the_second_run_prints_the_same_bytes(format_: str, handbook: Run, failed: Path, store: Path) -> None:
    anew = handbook("check", "--format", format_, "--no-cache")
    assert not store.exists()
    first = handbook("check", "--format", format_)
    second = handbook("check", "--format", format_)
    assert (first.stdout, first.returncode) == (anew.stdout, anew.returncode)
    assert (second.stdout, second.returncode) == (anew.stdout, anew.returncode)


def test_the_second_run_is_from_memory(handbook: Run, failed: Path, store: Path) -> None:
    handbook("check")
    forge(store)
    assert "remembered" in handbook("check").stdout
    assert "remembered" not in handbook("check", "--no-cache").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--select", "REF"),
        ("--ignore", "RISK"),
        ("--audience", "internal"),
        ("--status-date", "2026-02-01"),
    ],
    ids=" ".join,
)
def test_another_question_has_another_answer(
    words: tuple[str, ...], handbook: Run, failed: Path, store: Path
) -> None:
    anew = handbook("check", *words, "--no-cache").stdout
    handbook("check")
    assert handbook("check", *words).stdout == anew
    assert handbook("check", *words).stdout == anew


def test_a_change_is_seen(handbook: Run, failed: Path, store: Path) -> None:
    handbook("check")
    (failed / "projects" / "apollo" / "risks.yml").write_text(RISKS.format(owner="ana"))
    assert "REF001" not in handbook("check").stdout


def test_a_change_of_what_records_name_is_seen(handbook: Run, warned: Path, store: Path) -> None:
    """It lies outside the folder of projects."""
    risks = warned / "projects" / "apollo" / "risks.yml"
    risks.write_text(risks.read_text() + "  links: [docs/contract.md]\n")
    assert "REF004" in handbook("check").stdout
    (warned / "docs").mkdir()
    (warned / "docs" / "contract.md").write_text("")
    assert "REF004" not in handbook("check").stdout
    (warned / "docs" / "contract.md").unlink()
    assert "REF004" in handbook("check").stdout


def test_a_memory_that_is_broken_is_none(handbook: Run, failed: Path, store: Path) -> None:
    anew = handbook("check").stdout
    around = '"around": [["docs", 1, ""]]'
    for broken in ("", "{}", "[]", '{"around": 1}', '{"around": [], "stated": 1}', "{" + around + "}"):
        for file in store.iterdir():
            file.write_text(broken)
        assert handbook("check").stdout == anew
    for file in store.iterdir():
        data = json.loads(file.read_text())
        if "problems" in data:
            file.write_text(json.dumps({**data, "problems": [["REF001"]]}))
    assert handbook("check").stdout == anew


def test_a_memory_in_the_repository_is_not_used(handbook: Run, failed: Path) -> None:
    """Whoever proposes records could have put it there."""
    (failed / ".git").mkdir()
    for root in (failed, failed / "projects" / ".."):
        handbook("check", str(root), HANDBOOK_CACHE_DIR=str(failed / "cache"))
        assert not (failed / "cache").exists()


def test_what_is_told_from_memory_takes_no_model(handbook: Run, failed: Path, store: Path) -> None:
    """Starting up would be most of it."""
    handbook("check")
    script = (
        "import sys; sys.argv[1:] = ['check']\n"
        "from handbook.cli.words import words\n"
        "try:\n    words()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pydantic', 'yaml', 'markdown_it', 'handbook.records'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=failed, env=os.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
