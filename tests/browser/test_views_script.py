"""The script of the views: sorting, filtering, the matrix as a filter; and pages that do without it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import handbook.views.assets as assets
import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.loading.load import load
from handbook.views.links import anchor
from handbook.views.view import Ground, views
from handbook.views.writers.html import html
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAt, Served

ASSETS = Path(assets.__file__).parent
SHOWN = (("status-card", {}), ("timeline", {}), ("milestones", {}), ("risk-matrix", {}))
REGISTER = (("risk-register", {"details": True, "show": "all"}), ("timetable", {}), ("raci-matrix", {}))


class OnePage:
    """Links of a page that holds everything."""

    def href(self, address: str) -> str | None:
        return f"#{anchor(address)}"

    def why(self, address: str) -> str | None:
        return None

    def file(self, path: str) -> str | None:
        return None


@pytest.fixture(scope="module")
def folder(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of the sample portfolio without a theme, with style sheet and script."""
    book = load(repository, audience="internal", status_date=date(2026, 6, 1)).book
    ground = Ground(Portfolio(book), "data-centre-exit")
    shown = [
        html(view.draw(ground, view.options.model_validate(options)), OnePage())
        for name, options in (*SHOWN, *REGISTER)
        if (view := views()[name])
    ]
    folder = tmp_path_factory.mktemp("views")
    for name in ("handbook.css", "handbook.js"):
        (folder / name).write_bytes((ASSETS / name).read_bytes())
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>views</title>'
    size = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    links = '<link rel="stylesheet" href="handbook.css"><script src="handbook.js" defer></script>'
    (folder / "index.html").write_text(f"{head}{size}{links}<body>{''.join(shown)}</body></html>", "utf-8")
    return folder


@pytest.fixture
def page(folder: Path, page_at: PageAt, served: Served) -> Page:
    page = page_at()
    page.goto(served(folder))
    return page


def _titles(page: Page, table: str) -> list[str]:
    return page.locator(f'table[aria-label="{table}"] tbody tr:visible th').all_inner_texts()


def test_a_click_on_a_head_sorts_and_says_so(page: Page) -> None:
    head = page.locator('table[aria-label="Milestones"] thead th', has_text="Slip")
    before = _titles(page, "Milestones")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert sorted(_titles(page, "Milestones")) == sorted(before)
    expect(page.locator('table[aria-label="Milestones"] tbody tr').first).to_contain_text("Network released")


def test_dates_are_sorted_as_dates(page: Page) -> None:
    button = page.locator('table[aria-label="Milestones"] thead th', has_text="Promised").get_by_role(
        "button"
    )
    button.click()
    button.click()
    assert "Site handed back" in _titles(page, "Milestones")[0]
    button.click()
    assert "Inventory agreed" in _titles(page, "Milestones")[0]


def test_words_filter_and_are_counted(page: Page) -> None:
    box = page.get_by_role("searchbox", name="Filter: Risks")
    rows = len(_titles(page, "Risks"))
    box.fill("hannah planned")
    assert ["Billing freeze in November" in title for title in _titles(page, "Risks")] == [True]
    expect(page.locator("output", has_text=f"1 of {rows}")).to_be_visible()
    box.fill("")
    assert len(_titles(page, "Risks")) == rows


def test_a_number_of_the_matrix_shows_its_risks(page: Page) -> None:
    rows = len(_titles(page, "Risks"))
    cell = page.locator('.hb-cell[data-keys="p4i4"]')
    cell.focus()
    page.keyboard.press("Enter")
    expect(cell).to_have_attribute("aria-pressed", "true")
    assert ["Vendor circuits" in title for title in _titles(page, "Risks")] == [True]
    cell.click()
    expect(cell).to_have_attribute("aria-pressed", "false")
    assert len(_titles(page, "Risks")) == rows


def test_a_link_to_a_folded_record_opens_it(page: Page) -> None:
    page.locator('table[aria-label="Risks"] tbody tr', has_text="Vendor circuits").get_by_role(
        "link"
    ).first.click()
    expect(page.locator("#r-7")).to_be_visible()


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_page_scrolls_sideways(width: int, folder: Path, page_at: PageAt, served: Served) -> None:
    page = page_at(width)
    page.goto(served(folder))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_gets_the_form_for_phones(folder: Path, page_at: PageAt, served: Served) -> None:
    page = page_at(390)
    page.goto(served(folder))
    expect(page.locator(".hb-timeline > .hb-narrow")).to_be_visible()
    expect(page.locator(".hb-timeline > .hb-wide")).to_be_hidden()
    assert page.locator('table[aria-label="Milestones"] thead').bounding_box()["width"] <= 1  # type: ignore[index]


def test_nothing_is_lost_without_scripts(folder: Path, page_at: PageAt, served: Served) -> None:
    page = page_at(scripts=False)
    page.goto(served(folder))
    assert len(_titles(page, "Risks")) > 5
    expect(page.locator(".hb-filter")).to_have_count(0)


def test_the_script_has_no_faults_and_asks_nobody(
    page: Page, strangers: list[str], script_errors: list[str]
) -> None:
    assert page.locator('[role="button"].hb-cell').count() > 3
    assert strangers == []
    assert script_errors == []
