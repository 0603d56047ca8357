"""The locks install the same bytes from whatever registry a machine uses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

LOCKS = ("requirements/dev.txt", "requirements/site.txt")
PINNED = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? (--hash=sha256:[0-9a-f]{64} ?)+")


@pytest.fixture(params=LOCKS)
def lock(request: pytest.FixtureRequest, repository: Path) -> str:
    return (repository / request.param).read_text()


def test_every_line_is_one_version_with_its_hashes(lock: str) -> None:
    bare = re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE)
    lines = re.sub(r" \\\n\s+", " ", bare).splitlines()
    assert [line for line in lines if not PINNED.fullmatch(line)] == []
    assert len(lines) > 20


@pytest.mark.parametrize("path", [*LOCKS, "package-lock.json"])
def test_no_registry_is_named(path: str, repository: Path) -> None:
    text = (repository / path).read_text()
    installed_from = re.findall(r'"resolved"|--(?:extra-)?index-url|--find-links|pypi|npmjs', text)
    assert installed_from == []


def test_python_locks_name_no_address(lock: str) -> None:
    assert "://" not in lock


def test_the_site_installs_what_the_tests_ran_with(repository: Path) -> None:
    site, dev = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (repository / path).read_text(), re.MULTILINE))
        for path in ("requirements/site.txt", "requirements/dev.txt")
    )
    assert site <= dev


def test_scripts_are_pinned_and_hashed(repository: Path) -> None:
    wanted = json.loads((repository / "package.json").read_text())["dependencies"]
    packages = json.loads((repository / "package-lock.json").read_text())["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
