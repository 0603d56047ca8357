"""The plain tree: what is written, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.pages.folder import NotOurs, replaced
from handbook.pages.opening import Opened
from handbook.pages.render import render

from tests.checks.handbooks import BASE
from tests.pages.made import STORY, opened

FILES = {**STORY, "apollo/pages/how.md": "# How\n\n![hall](hall.png)\n", "apollo/pages/hall.png": "pixels"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def handbook(tmp_path: Path) -> Opened:
    return opened(tmp_path / "records", FILES)


def test_every_page_is_a_file_and_its_links_lead_to_files(handbook: Opened, tmp_path: Path) -> None:
    site = handbook.site()
    assert render(handbook, tmp_path / "out") == len(site.pages)
    written = tree(tmp_path / "out")
    assert {page.path for page in site.pages} <= set(written)
    assert written["apollo/hall.png"] == b"pixels"
    assert b"(hall.png)" in written["apollo/how.md"]
    assert b"(../risks.md#r-1)" in written["apollo/decisions/d-1.md"]
    assert written["apollo/index-timeline.svg"].startswith(b"<svg")


def test_the_same_handbook_gives_the_same_bytes(handbook: Opened, tmp_path: Path) -> None:
    render(handbook, tmp_path / "one")
    render(handbook, tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_what_is_gone_from_the_records_is_gone_from_the_tree(handbook: Opened, tmp_path: Path) -> None:
    render(handbook, tmp_path / "out")
    (tmp_path / "out" / "old.md").write_text("old")
    render(handbook, tmp_path / "out")
    assert "old.md" not in tree(tmp_path / "out")


def test_a_folder_of_somebody_else_is_refused(handbook: Opened, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(NotOurs, match="holds files that are not ours"):
        render(handbook, tmp_path / "mine")
    assert tree(tmp_path / "mine") == {"letter.txt": b"dear"}


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_refused(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "place"
    if kind == "file":
        place.write_text("text")
    else:
        (tmp_path / "elsewhere").mkdir()
        place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotOurs, match="found something else"), replaced(place):
        pass


def test_a_failure_in_the_midst_leaves_the_old_tree(tmp_path: Path) -> None:
    place = tmp_path / "place"
    with replaced(place) as folder:
        (folder / "a.md").write_text("first")
    with pytest.raises(OSError, match="disk full"):
        _fail_in_the_midst(place)
    assert tree(place)["a.md"] == b"first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["place"]


def _fail_in_the_midst(place: Path) -> None:
    with replaced(place) as folder:
        (folder / "a.md").write_text("second")
        raise OSError("disk full")


@pytest.mark.parametrize("number", [1, 2])
def test_whatever_renaming_fails_there_is_a_whole_tree(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    with replaced(place) as folder:
        (folder / "a.md").write_text("first")
    rename, calls = Path.rename, iter(range(1, 9))

    def failing(self: Path, target: Path) -> Path:
        if next(calls) == number:
            raise OSError("no more")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no more"), replaced(place) as folder:
        (folder / "a.md").write_text("second")
    assert tree(place)["a.md"] == b"first"


@pytest.mark.parametrize(("reader", "sees"), [("public", False), ("internal", True)])
def test_a_public_tree_of_a_public_project_says_nothing_of_its_money(
    tmp_path: Path, reader: str, sees: bool
) -> None:
    budget = "total: 83 519 EUR\nlines: {L-1: {title: Staff, planned: 83 519 EUR}}\n"
    spent = "actuals: [{period: 2026-01, line: L-1, amount: 61 283 EUR}]\n"
    charter = (BASE / "apollo" / "project.yml").read_text() + "audience: public\n"
    files = {**STORY, "apollo/project.yml": charter, "apollo/budget.yml": budget + spent}
    render(opened(tmp_path / "records", files, audience=reader), tmp_path / "out")
    told = b"".join(tree(tmp_path / "out").values()).replace(b"\xc2\xa0", b"").replace(b" ", b"")
    assert b"Apollo" in told
    assert [figure in told for figure in (b"83519", b"EUR")] == [sees] * 2
