"""What stands at the paths that records name is part of the book; nothing outside of the handbook is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from handbook.loading.limits import Limits
from handbook.loading.load import load, load_tree
from handbook.loading.tree import Entry
from handbook.records.evidence import Evidence, Results

from tests.loading.handbooks import written

REPORT = "<testsuite tests='3' failures='1'/>"


def gate(*evidence: str, file: str = "apollo/quality.yml") -> dict[str, str | bytes]:
    listed = "".join(f"          - {path}\n" for path in evidence)
    text = (
        "gates:\n  G-1:\n    title: Go\n    approver: ana\n    criteria:\n      load:\n        text: Fast\n"
    )
    return {file: f"{text}        evidence:\n{listed}"}


def found(root: Path, audience: str | None = None, **limits: int) -> dict[str, Evidence]:
    return dict(load(root, audience=audience, limits=Limits(**limits)).book.evidence)


def test_a_report_is_read(tmp_path: Path) -> None:
    root = written(tmp_path, {**gate("reports/load.xml"), "../reports/load.xml": REPORT})
    assert found(root) == {"reports/load.xml": Evidence("reports/load.xml", "file", results=Results(3, 1))}
    assert load(root).evidence == ("reports/load.xml",)


def test_paths_are_seen_from_the_root_or_from_the_file(tmp_path: Path) -> None:
    names = (
        "docs/plan.md",
        "./plan.md",
        "../plan.md",
        "../../docs/plan.md",
        "docs/plan%20b.md#part?x",
        "docs/",
    )
    root = written(tmp_path, {**gate(*names), "../docs/plan.md": "x", "plan.md": "x"})
    (root / "docs" / "plan b.md").touch()
    assert {path: one.found for path, one in found(root).items()} == {
        "docs/plan.md": "file",
        "projects/apollo/plan.md": "nothing",
        "projects/plan.md": "file",
        "docs/plan b.md": "file",
        "docs": "folder",
    }


def test_links_of_any_record_are_looked_at_but_not_opened(tmp_path: Path) -> None:
    charter = "title: A\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\n"
    links = "links: [docs/load.xml, {url: docs/none.md}, {record: '@ana'}, 'https://example.org/x.xml']\n"
    root = written(tmp_path, {"apollo/project.yml": charter + links, "../docs/load.xml": REPORT})
    assert found(root) == {
        "docs/load.xml": Evidence("docs/load.xml", "file"),
        "docs/none.md": Evidence("docs/none.md", "nothing"),
    }


def test_what_leads_out_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "load.xml").write_text(REPORT)
    names = ("a.xml", "folder/load.xml", "../../../secret/load.xml", "/etc/passwd", ".git/load.xml")
    root = written(tmp_path / "root", {**gate(*names), "../.git/load.xml": REPORT})
    (root / "a.xml").symlink_to("../secret/load.xml")
    (root / "folder").symlink_to("../secret")
    assert {one.path: (one.found, one.fault, one.results) for one in found(root).values()} == {
        "a.xml": ("nothing", "a link that leads out of the folder", None),
        "folder/load.xml": ("nothing", "a link that leads out of the folder", None),
        "../secret/load.xml": ("nothing", "a path out of the handbook", None),
        "/etc/passwd": ("nothing", "a path out of the handbook", None),
        ".git/load.xml": ("nothing", "", None),
    }


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = written(tmp_path, gate("load.xml"))
    os.mkfifo(root / "load.xml")
    assert found(root)["load.xml"].fault == "a device, socket or pipe"


def test_a_report_is_read_up_to_a_bound(tmp_path: Path) -> None:
    root = written(tmp_path, {**gate("load.xml"), "../load.xml": REPORT})
    assert found(root, evidence_bytes=len(REPORT))["load.xml"].results == Results(3, 1)
    assert found(root, evidence_bytes=len(REPORT) - 1)["load.xml"] == Evidence(
        "load.xml", "file", f"more than {len(REPORT) - 1} bytes"
    )


def test_a_report_that_is_none_says_why(tmp_path: Path) -> None:
    root = written(tmp_path, {**gate("load.xml"), "../load.xml": "All passed"})
    assert found(root)["load.xml"] == Evidence("load.xml", "file", "syntax error in line 1")


def test_names_are_compared_letter_by_letter(tmp_path: Path) -> None:
    root = written(tmp_path, {**gate("docs/Load.md"), "../docs/load.md": "x"})
    assert found(root)["docs/Load.md"] == Evidence("docs/Load.md", "nothing", near="docs/load.md")


def test_what_a_reader_may_not_see_is_neither_there_nor_missing(tmp_path: Path) -> None:
    secret = "title: X\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\naudience: restricted\n"
    names = ("projects/secret/load.xml", "projects/secret/none.xml", "projects/secrets", "load.xml")
    hidden = gate("hidden.xml", file="secret/quality.yml")
    files = {
        "secret/project.yml": secret,
        "secret/load.xml": REPORT,
        "../load.xml": REPORT,
        "../hidden.xml": REPORT,
    }
    root = written(tmp_path, {**gate(*names), **hidden, **files})
    assert found(root, "internal") == {
        "load.xml": Evidence("load.xml", "file", results=Results(3, 1)),
        "projects/secret/load.xml": Evidence("projects/secret/load.xml", "unseen"),
        "projects/secret/none.xml": Evidence("projects/secret/none.xml", "unseen"),
        "projects/secrets": Evidence("projects/secrets", "nothing"),
    }
    assert found(root)["projects/secrets"].near == "projects/secret"
    assert found(root)["hidden.xml"].results == Results(3, 1)


def test_evidence_of_a_withheld_criterion_is_not_looked_at(tmp_path: Path) -> None:
    files = gate("load.xml")
    text = str(files["apollo/quality.yml"]).replace("text: Fast", "text: Fast\n        audience: restricted")
    root = written(tmp_path, {"apollo/quality.yml": text, "../load.xml": REPORT})
    assert list(found(root, "internal")) == []
    assert list(found(root, "restricted")) == ["load.xml"]


class Revision:
    """A tree that is no disk, and one whose file is gone when it is to be read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    def children(self, folder: str) -> list[Entry]:
        top = f"{folder}/" if folder else ""
        inside = [path.removeprefix(top) for path in self._files if path.startswith(top)]
        return [
            Entry(*name)
            for name in sorted({(path.split("/")[0], "folder" if "/" in path else "file") for path in inside})
        ]

    def read(self, path: str, limit: int) -> bytes:
        if path.startswith("gone"):
            raise FileNotFoundError(2, "No such file or directory")
        return self._files[path]


def test_any_tree_holds_evidence(tmp_path: Path) -> None:
    files = {**gate("load.xml", "gone.xml", "docs/none.md"), "../load.xml": REPORT, "../gone.xml": REPORT}
    root = written(tmp_path, files)
    raw = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert dict(load_tree(Revision(raw)).book.evidence) == {
        **found(root),
        "gone.xml": Evidence("gone.xml", "file", "no such file or directory"),
    }


def test_the_book_cannot_be_changed(tmp_path: Path) -> None:
    book = load(written(tmp_path, gate("load.xml"))).book
    with pytest.raises(TypeError):
        book.evidence["load.xml"] = Evidence("load.xml", "file")  # type: ignore[index]
