"""The site of this repository in a browser: nothing leaves the host, light and dark, any width."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HEIGHT, PageAt, Served
from tests.sharing import shared
from tests.site.builds import build

PAGES = (
    "",
    "roadmap/",
    "data-centre-exit/",
    "data-centre-exit/scope/",
    "data-centre-exit/plan/",
    "data-centre-exit/milestones/",
    "data-centre-exit/team/",
    "data-centre-exit/risks/",
    "data-centre-exit/issues/",
    "data-centre-exit/budget/",
    "data-centre-exit/stakeholders/",
    "data-centre-exit/quality/",
    "data-centre-exit/changes/",
    "data-centre-exit/lessons/",
    "billing-platform/iterations/",
    "billing-platform/backlog/",
    "data-centre-exit/decisions/",
    "data-centre-exit/reports/",
    "data-centre-exit/decisions/d-5/",
    "cpython-3.14/",
    "manual/start/",
)


@pytest.fixture(scope="session")
def own_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site; that it builds at all, strictly, is a test too."""

    def make(folder: Path) -> None:
        done = build(repository, "--strict", "--site-dir", str(folder))
        assert done.returncode == 0, done.stderr

    return shared(tmp_path_factory, "own-site", make)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_quiet_and_fits_any_width(
    path: str, own_site: Path, page_at: PageAt, served: Served, strangers: list[str], script_errors: list[str]
) -> None:
    page = page_at(1280)
    page.goto(served(own_site) + path, wait_until="networkidle")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert strangers == []
    assert script_errors == []


def test_light_and_dark_follow_the_reader(own_site: Path, page_at: PageAt, served: Served) -> None:
    for scheme, name in (("light", "default"), ("dark", "slate")):
        page = page_at(1280, scheme)
        page.goto(served(own_site))
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)


def test_search_finds_a_risk_and_leads_to_its_register(
    own_site: Path, page_at: PageAt, served: Served
) -> None:
    page = page_at()
    page.goto(served(own_site))
    page.get_by_role("textbox", name="Search").first.press_sequentially("sale hardware brings")
    found = page.locator(".md-search-result__link", has_text="Register")
    found.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Risks")
    expect(page.locator("#register")).to_be_in_viewport()


def test_a_page_of_a_project_leads_to_its_neighbours(own_site: Path, page_at: PageAt, served: Served) -> None:
    page = page_at()
    page.goto(f"{served(own_site)}data-centre-exit/")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Risks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Risks")
    page.locator(".hb-above a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data-centre exit")


def test_a_page_opens_from_a_file_without_scripts(own_site: Path, page_at: PageAt) -> None:
    page = page_at(scripts=False)
    page.goto((own_site / "data-centre-exit" / "index.html").as_uri())
    expect(page.locator(".hb-lead").first).to_contain_text("9 December")


def _drawn(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("div.mermaid svg").first).to_be_visible()


def test_a_diagram_is_drawn_and_again_when_the_reader_turns_the_light_off(
    own_site: Path, page_at: PageAt, served: Served, strangers: list[str], script_errors: list[str]
) -> None:
    if not (own_site / "assets" / "handbook" / "mermaid.min.js").is_file():
        pytest.skip("no script for diagrams found: npm was not there to fetch it")
    page = page_at()
    _drawn(page, f"{served(own_site)}data-centre-exit/plan/")
    before = page.locator("div.mermaid svg").first.get_attribute("id")
    page.locator("label[title=Dark]").click()
    expect(page.locator("div.mermaid svg").first).not_to_have_attribute("id", before or "")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert strangers == []
    assert script_errors == []


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
@pytest.mark.parametrize("project", ["billing-platform", "data-centre-exit"])
def test_the_status_page_is_printed_on_one_sheet(
    project: str, sheet: str, own_site: Path, page_at: PageAt, served: Served
) -> None:
    page = page_at()
    page.goto(f"{served(own_site)}{project}/")
    printed = page.pdf(format=sheet, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
