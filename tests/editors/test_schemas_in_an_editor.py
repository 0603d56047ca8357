"""Editors complete, explain and check records: asked of the language server that they use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from handbook.cli.words import words

from tests.editors.language_server import MODULE, LanguageServer

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not MODULE.is_dir(), reason="yaml-language-server is not installed"
)
RISKS = "projects/data-centre-exit/risks.yml"
PLAN = "projects/data-centre-exit/plan.yml"


@pytest.fixture(scope="module")
def handbook(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample portfolio with schemas that offer its people."""
    root = tmp_path_factory.mktemp("handbook")
    shutil.copytree(repository / "projects", root / "projects")
    done = CliRunner().invoke(words, ["schema", str(root), "--ids", "--lines"])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def server(handbook: Path) -> Iterator[LanguageServer]:
    one = LanguageServer(handbook)
    yield one
    one.close()


def _lines(handbook: Path, file: str, *more: str) -> list[str]:
    return [(handbook / file).read_text().splitlines()[0], *more]


def test_a_register_has_no_problem(handbook: Path, server: LanguageServer) -> None:
    for file in sorted((handbook / "projects").rglob("*.yml")):
        assert server.open(file, file.read_text()) == [], file


def test_fields_are_completed_and_explained(handbook: Path, server: LanguageServer) -> None:
    lines = _lines(handbook, RISKS, "R-1:", "  title: Power fails", "  ")
    server.open(handbook / RISKS, "\n".join(lines))
    found = server.completions(3, 2)
    assert {"owner", "probability", "impact", "review_by"} <= set(found)
    assert "title" not in found
    assert "The one person who watches it." in found["owner"]


def test_values_are_completed(handbook: Path, server: LanguageServer) -> None:
    lines = _lines(handbook, RISKS, "R-1:", "  title: Power fails", "  response: ", "  owner: ")
    server.open(handbook / RISKS, "\n".join(lines))
    assert {"avoid", "reduce", "transfer", "accept"} <= set(server.completions(3, 12))
    assert {"ana", "felix"} <= set(server.completions(4, 9))


def test_a_field_is_explained_where_the_pointer_rests(handbook: Path, server: LanguageServer) -> None:
    lines = _lines(handbook, RISKS, "R-1:", "  title: Power fails", "  review_by: 2026-07-01")
    server.open(handbook / RISKS, "\n".join(lines))
    assert "When it is to be looked at again." in server.hover(3, 5)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (RISKS, "R-1:\n  titel: Power fails", "titel"),
        (RISKS, "R-1:\n  status: montoring", "monitoring"),
        (PLAN, "tasks:\n  build:\n    title: Build\n    duration: 10", "string"),
        (PLAN, "tasks:\n  build:\n    title: Build\n    tasks:\n      api: {titel: API}", "titel"),
    ],
)
def test_what_is_wrong_is_told(
    handbook: Path, server: LanguageServer, file: str, text: str, said: str
) -> None:
    lines = _lines(handbook, file, *text.splitlines())
    found = server.open(handbook / file, "\n".join(lines))
    assert any(said in problem["message"] for problem in found), found
    assert all(problem["range"]["start"]["line"] > 0 for problem in found)
