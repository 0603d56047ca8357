"""Any tree of files can be read, in whatever order it lists them; a folder on disk cannot be tricked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from handbook.loading.load import load, load_tree
from handbook.loading.loaded import Loaded
from handbook.loading.tree import Disk, Entry, NotRegular, TooLarge

from tests.loading.handbooks import BASE, RISK, indented, written


@dataclass
class Memory:
    """Files in memory; those without bytes may not be read."""

    files: dict[str, bytes | None]

    def children(self, folder: str) -> list[Entry]:
        top = f"{folder}/" if folder else ""
        inside = [path.removeprefix(top) for path in self.files if path.startswith(top)]
        if not inside:
            raise FileNotFoundError(folder)
        names = dict.fromkeys((path.split("/")[0], "folder" if "/" in path else "file") for path in inside)
        return sorted(Entry(*name) for name in names)

    def read(self, path: str, limit: int) -> bytes:
        raw = self.files[path]
        if raw is None:
            raise PermissionError(13, "Permission denied")
        return raw


FILES = {
    **BASE,
    "apollo/risks.yml": f"R-1:\n{indented(RISK)}",
    "apollo/issues/I-1.md": "---\ntitle: I\n---\n",
}


def memory(**more: bytes | None) -> Memory:
    found: dict[str, bytes | None] = {f"projects/{path}": text.encode() for path, text in FILES.items()}
    return Memory({**found, **more})


def test_a_tree_that_is_no_disk(tmp_path: Path) -> None:
    assert _told(load_tree(memory())) == _told(load(written(tmp_path, FILES)))


def test_the_order_of_the_file_system_does_not_matter(tmp_path: Path) -> None:
    one = load(written(tmp_path / "one", dict(sorted(FILES.items()))))
    other = load(written(tmp_path / "other", dict(sorted(FILES.items(), reverse=True))))
    assert _told(one) == _told(other)


def test_a_file_that_may_not_be_read() -> None:
    loaded = load_tree(memory(**{"projects/apollo/risks.yml": None}))
    assert [str(problem) for problem in loaded.problems] == [
        "projects/apollo/risks.yml:1:1: READ016 'projects/apollo/risks.yml' cannot be read: permission denied"
    ]
    assert loaded.is_fatal
    assert loaded.book.is_hidden("R-1", "apollo")


def test_a_folder_that_may_not_be_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(tree: Disk, folder: str, listed: object = Disk.children) -> list[Entry]:
        if folder.endswith("issues"):
            raise PermissionError(13, "Permission denied")
        return listed(tree, folder)  # type: ignore[operator]

    monkeypatch.setattr(Disk, "children", refuse)
    loaded = load(written(tmp_path, FILES))
    assert [(str(problem.place), problem.code) for problem in loaded.problems] == [
        ("projects/apollo/issues:1:1", "READ016")
    ]
    assert {record.kind for record in loaded.book.records} == {"person", "project", "risk"}


def test_no_folder_of_projects(tmp_path: Path) -> None:
    (tmp_path / "empty" / "projects").mkdir(parents=True)
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "projects").write_text("x")
    codes = {
        name: [problem.code for problem in load(tmp_path / name).problems]
        for name in ("none", "empty", "file")
    }
    assert codes == {"none": ["READ012"], "empty": ["READ012"], "file": ["READ016"]}


def test_another_name_for_the_folder_of_projects(tmp_path: Path) -> None:
    written(tmp_path, FILES)
    (tmp_path / "projects").rename(tmp_path / "work")
    loaded = load(tmp_path, projects="work")
    assert str(loaded.book.records[-1].place()) == "work/apollo/risks.yml:1:1"


def test_a_file_that_becomes_a_link_after_it_was_listed(tmp_path: Path) -> None:
    root = written(tmp_path / "root", FILES)
    (tmp_path / "secret.yml").write_text("x")
    disk = Disk(root)
    disk.children("projects/apollo")
    risks = root / "projects" / "apollo" / "risks.yml"
    risks.unlink()
    risks.symlink_to("../../../secret.yml")
    with pytest.raises(NotRegular):
        disk.read("projects/apollo/risks.yml", 100)


def test_a_file_that_becomes_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    with pytest.raises(NotRegular):
        Disk(tmp_path).read("pipe.yml", 100)


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "large.yml").write_bytes(b"x" * 101)
    with pytest.raises(TooLarge) as refused:
        Disk(tmp_path).read("large.yml", 100)
    assert refused.value.args == (101,)


def test_a_name_that_cannot_be_printed_is_spelt_out(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    (root / "projects" / "apollo" / "R\n::error::x.yml").write_text("x")
    (root / "projects" / "apollo" / os.fsdecode(b"\xff.yml")).touch()
    found = [str(problem) for problem in load(root).problems]
    assert found == [
        f"projects/apollo/{name}.yml:1:1: READ008 expected a regular file or folder, "
        "found a name with hidden characters – remove it"
        for name in ("R\\u000a::error::x", "\\udcff")
    ]


def test_folders_deeper_than_python_can_recurse() -> None:
    loaded = load_tree(memory(**{f"projects/apollo/{'x/' * 1_500}risks.yml": b""}))
    assert [(str(problem.place), problem.code) for problem in loaded.problems] == [
        ("projects/apollo/x:1:1", "READ009")
    ]


def _told(loaded: Loaded) -> tuple[object, ...]:
    return [(str(record), record.place()) for record in loaded.book.records], loaded.problems
