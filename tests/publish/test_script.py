"""The script that draws diagrams: the version that is locked, checked, or none at all."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import stat
import tarfile
from pathlib import Path

import pytest
from handbook.publish import script
from handbook.publish.script import NotFetched, fetch

NPM = """#!/bin/sh
cp "$PACKAGE" mermaid.tgz
echo '[{"filename": "mermaid.tgz"}]'
"""


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An npm that brings a package of ours; the value is the package."""
    package = tmp_path / "package.tgz"
    with tarfile.open(package, "w:gz") as archive:
        text = b"drawing()"
        entry = tarfile.TarInfo("package/dist/mermaid.min.js")
        entry.size = len(text)
        archive.addfile(entry, io.BytesIO(text))
    command = tmp_path / "bin" / "npm"
    command.parent.mkdir()
    command.write_text(NPM)
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{command.parent}:/usr/bin:/bin")
    monkeypatch.setenv("PACKAGE", str(package))
    return package


def test_the_script_is_put_beside_the_pages(
    npm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checksum = base64.b64encode(hashlib.sha512(npm.read_bytes()).digest()).decode()
    monkeypatch.setattr(script, "INTEGRITY", checksum)
    assert fetch(tmp_path / "docs" / "assets").read_text() == "drawing()"


def test_a_package_that_was_exchanged_is_refused(npm: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="with the checksum"):
        fetch(tmp_path / "docs")
    assert not (tmp_path / "docs").exists()


def test_without_npm_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFetched, match="expected the command npm, found none"):
        fetch(tmp_path / "docs")


def test_an_npm_that_fails_is_quoted(npm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin" / "npm").write_text("#!/bin/sh\necho 'no network' >&2\nexit 1\n")
    with pytest.raises(NotFetched, match=r"could not fetch mermaid .*: no network"):
        fetch(tmp_path / "docs")


def test_version_and_checksum_are_those_of_the_lock(repository: Path) -> None:
    lock = json.loads((repository / "package-lock.json").read_text())["packages"]["node_modules/mermaid"]
    assert (lock["version"], lock["integrity"]) == (script.VERSION, f"sha512-{script.INTEGRITY}")
