"""A new handbook checks and builds at once, whoever makes it and whenever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from handbook.api import Portfolio, check, load
from handbook.exchange.starter.starter import id_of, starter

BIN = Path(sys.executable).parent
IDS = {"Ana Ruiz": "ana", "李小龙": "manager", "Sponsor": "manager", "1st Officer": "manager"}
DAYS = (date(2026, 11, 24), date(2027, 12, 31), date(2028, 2, 29))


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    place = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [str(BIN / words[0]), *words[1:]]
    return subprocess.run(command, cwd=folder, env=place, capture_output=True, text=True, check=False)


def _write(folder: Path, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def test_a_new_handbook_checks_and_builds_clean(tmp_path: Path) -> None:
    made = _run(tmp_path, "handbook", "init", "new", "--title", "Our: projects", "--manager", "Ana Ruiz")
    assert made.returncode == 0, made.stderr
    new = tmp_path / "new"
    assert _run(new, "handbook", "check", "--strict").stdout == "no problems\n"
    assert _run(new, "handbook", "schema", "--check").returncode == 0
    built = _run(new, "mkdocs", "build", "--strict", "--quiet")
    assert built.returncode == 0, built.stderr
    assert "Our: projects" in (new / "site" / "index.html").read_text()
    assert (new / "site" / "first-project" / "index.html").is_file()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", ["Ana Ruiz", "Zoë O'Neil", "李小龙", "Sponsor", 'Bob "B" #1', "1st Officer"])
def test_any_name_on_any_day_will_do(name: str, day: date, tmp_path: Path) -> None:
    _write(tmp_path, starter("Handbook", name, day))
    loaded = load(tmp_path, status_date=day)
    assert [str(problem) for problem in check(loaded, Portfolio(loaded.book))] == []


def test_files_that_are_there_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    done = _run(tmp_path, "handbook", "init")
    assert done.returncode == 1
    assert "there is already mkdocs.yml" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_every_file_is_what_its_name_says() -> None:
    texts = starter("Handbook", "Ana Ruiz", DAYS[0])
    assert {".pre-commit-config.yaml", ".vscode/settings.json", ".github/workflows/check.yml"} <= set(texts)
    for path, text in texts.items():
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith((".yml", ".yaml")):
            yaml.safe_load(text)
            assert "${" not in text, path


@pytest.mark.parametrize(("name", "id_"), IDS.items())
def test_a_person_gets_an_id(name: str, id_: str) -> None:
    assert id_of(name) == id_


def test_the_hooks_run_words_of_the_command(repository: Path) -> None:
    hooks = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text())
    for hook in hooks:
        words = hook["entry"].split()
        assert words[0] == "handbook"
        assert _run(repository, *words[:2], "--help").returncode == 0
        assert hook["language"] == "python"
