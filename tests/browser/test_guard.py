"""The browser fixtures keep what they promise; else a test that sees no stranger proves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import chromium
from tests.browser.conftest import PageAt, Served

PAGE = """<!doctype html><title>guard</title>
<style>
  p { color: rgb(1, 1, 1) }
  @media (prefers-color-scheme: dark) { p { color: rgb(2, 2, 2) } }
  @media (width < 500px) { p { font-weight: 700 } }
</style>
<p>plain</p>
<script>
  fetch("https://other.example/data")
    .catch(() => fetch("beside.txt"))
    .then(answer => answer.text())
    .then(text => { document.querySelector("p").textContent = text })
  setTimeout(() => { throw new Error("on purpose") })
</script>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "beside.txt").write_text("from this machine")
    return tmp_path


def test_other_hosts_are_refused_and_named(
    folder: Path, page_at: PageAt, served: Served, strangers: list[str]
) -> None:
    page = page_at()
    page.goto(served(folder))
    expect(page.locator("p")).to_have_text("from this machine")
    assert strangers == ["https://other.example/data"]


def test_uncaught_errors_are_named(
    folder: Path, page_at: PageAt, served: Served, script_errors: list[str]
) -> None:
    page = page_at()
    page.goto(served(folder))
    expect(page.locator("p")).to_have_text("from this machine")
    assert script_errors == ["on purpose"]


@pytest.mark.parametrize(
    ("width", "scheme", "colour", "weight"),
    [(360, "light", "rgb(1, 1, 1)", "700"), (1280, "dark", "rgb(2, 2, 2)", "400")],
)
def test_width_and_scheme_reach_the_page(
    folder: Path, page_at: PageAt, served: Served, width: int, scheme: str, colour: str, weight: str
) -> None:
    page = page_at(width, scheme)
    page.goto(served(folder))
    expect(page.locator("p")).to_have_css("color", colour)
    expect(page.locator("p")).to_have_css("font-weight", weight)


def test_a_page_opens_from_a_file_without_scripts(folder: Path, page_at: PageAt) -> None:
    page = page_at(scripts=False)
    page.goto((folder / "index.html").as_uri())
    expect(page.locator("p")).to_have_text("plain")


def test_a_named_chromium_is_taken_and_an_empty_name_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/opt/own/chromium")
    assert chromium.find() == Path("/opt/own/chromium")
    monkeypatch.setenv("CHROMIUM", "")
    assert chromium.find() is None
