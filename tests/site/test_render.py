"""`handbook render`: its exit status, and other generators that build what it writes."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests import forking
from tests.pages.made import RISKS
from tests.site.builds import BIN, QUIET, build, files, make

Done = subprocess.CompletedProcess[str]


def render(folder: Path, *words: str) -> Done:
    return forking.run(("handbook", "render", *words), folder, os.environ)


def test_it_writes_a_tree_and_says_how_much(tmp_path: Path) -> None:
    done = render(make(tmp_path), "out")
    assert (done.returncode, done.stdout) == (0, "14 pages written to out\n")
    assert "apollo/risks.md" in files(tmp_path / "out")


def test_errors_stop_it_and_the_last_tree_stays(tmp_path: Path) -> None:
    render(make(tmp_path), "out")
    before = files(tmp_path / "out")
    (tmp_path / "projects" / "apollo" / "risks.yml").write_text(RISKS.replace("owner: ana", "owner: nobody"))
    done = render(tmp_path, "out")
    assert done.returncode == 1
    assert "projects/apollo/risks.yml:6:10: REF001 unknown person 'nobody'" in done.stderr
    assert files(tmp_path / "out") == before


def test_a_folder_of_somebody_else_is_a_wrong_use(tmp_path: Path) -> None:
    done = render(make(tmp_path), "projects")
    assert done.returncode == 2
    assert "holds files that are not ours" in done.stderr
    assert (tmp_path / "projects" / "apollo" / "project.yml").is_file()


@pytest.fixture(scope="module")
def tree(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample portfolio as plain Markdown, in a site that knows nothing of us."""
    folder = tmp_path_factory.mktemp("tree")
    assert render(repository, str(folder / "docs")).returncode == 0
    (folder / "mkdocs.yml").write_text(
        "site_name: Tree\ntheme: {name: material, font: false}\nvalidation: {anchors: warn}\n"
    )
    return folder


def test_bare_mkdocs_builds_the_tree_strictly(tree: Path) -> None:
    done = build(tree, "--strict", "--site-dir", "mkdocs-site")
    assert done.returncode == 0, done.stderr
    page = (tree / "mkdocs-site" / "data-centre-exit" / "risks" / "index.html").read_text()
    assert re.search(r'<img alt="[^"]+" src="\.\./risks-matrix\.svg"', page)
    assert "<table>" in page


def test_zensical_builds_the_tree(tree: Path) -> None:
    done = subprocess.run(
        (str(BIN / "zensical"), "build"),
        cwd=tree,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (tree / "site" / "data-centre-exit" / "risks" / "index.html").read_text()
    assert "The landlord asks for more than the lease requires" in page
    assert "risks-matrix.svg" in page
