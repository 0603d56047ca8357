"""Sites built by the commands of their owners, each build in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests import forking
from tests.checks.handbooks import lay
from tests.pages.made import STORY

Done = subprocess.CompletedProcess[str]
BIN = Path(sys.executable).parent
PLUGINS = "plugins: [search, handbook/records, handbook/pages]\n"
MATERIAL = "theme: {name: material, font: false}\n"
QUIET = forking.QUIET


def build(folder: Path, *words: str, command: str = "mkdocs") -> Done:
    """Build the site in `folder`."""
    return forking.run((command, "build", *words), folder, {**os.environ, **QUIET})


def make(
    folder: Path,
    config: str = MATERIAL + PLUGINS,
    files: Mapping[str, str] = STORY,
    docs: Mapping[str, str] | None = None,
) -> Path:
    """A site in `folder`: the base handbook with `files` laid over it, and pages of its own in `docs`."""
    lay(folder, dict(files))
    (folder / "docs").mkdir()
    for path, text in (docs or {}).items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (folder / "mkdocs.yml").write_text(f"site_name: Test\n{config}")
    return folder


def built(folder: Path, *words: str, command: str = "mkdocs") -> Path:
    """The folder of the site that was built without a complaint."""
    done = build(folder, *words, command=command)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def article(page: Path) -> str:
    """What stands in the body of a page of Material: no header, no navigation."""
    found = re.search(r"<article.*?</article>", page.read_text(), re.DOTALL)
    assert found, page
    return found[0]


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
