"""What a build writes, and what it leaves alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.pages.made import RISKS, STORY
from tests.site.builds import MATERIAL, PLUGINS, article, build, built, files, make

FENCE = "```handbook\nview: milestones\nproject: apollo\n```\n"
PLACES = {
    "index.html",
    "roadmap/index.html",
    "apollo/index.html",
    "apollo/risks/index.html",
    "apollo/decisions/d-1/index.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story's site, built once."""
    return built(make(tmp_path_factory.mktemp("site")), "--strict")


def test_pages_are_there(site: Path) -> None:
    assert set(files(site)) >= PLACES
    assert "The supplier goes out of business" in article(site / "apollo" / "risks" / "index.html")


def test_all_links_of_all_pages_lead_to_files_and_anchors(site: Path) -> None:
    dead = [
        f"{page.relative_to(site)}: {href}"
        for page in site.rglob("*.html")
        for href in re.findall(r'href="([^"]+)"', page.read_text())
        if "://" not in href and page.name != "404.html" and not _leads(page, href)
    ]
    assert dead == []


def _leads(page: Path, href: str) -> bool:
    path, _, anchor = href.partition("#")
    target = (page.parent / path).resolve() if path else page
    target = target / "index.html" if target.is_dir() else target
    return target.is_file() and (not anchor or f'id="{anchor}"' in target.read_text())


def test_titles_name_the_project(site: Path) -> None:
    assert "<title>Risks – Apollo - Test</title>" in (site / "apollo" / "risks" / "index.html").read_text()


def test_a_page_lists_its_own_project_and_its_neighbours(site: Path) -> None:
    page = (site / "apollo" / "risks" / "index.html").read_text()
    assert '<link rel="prev" href="../team/">' in page
    assert '<link rel="next" href="../decisions/">' in page
    nav = re.search(r'<nav class="md-nav md-nav--primary.*?</nav>\s*</div>', page, re.DOTALL)
    assert nav
    assert set(re.findall(r'href="\.\./([a-z]+)/"', nav[0])) >= {"plan", "team", "decisions"}


def test_a_page_without_project_lists_no_project(site: Path) -> None:
    page = (site / "roadmap" / "index.html").read_text()
    sidebar = re.search(r'<nav class="md-nav md-nav--primary.*?</nav>', page, re.DOTALL)
    assert sidebar
    assert "Apollo" not in sidebar[0]


def test_search_finds_words_under_their_headings_and_no_drawing(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text())["docs"]
    found = {entry["location"]: entry for entry in entries}
    assert "The supplier goes out of business" in found["apollo/risks/#register"]["text"]
    assert found["apollo/risks/#register"]["title"] == "Register"
    assert {entry["title"] for entry in entries} >= {"Risks – Apollo", "Order online first – Apollo"}
    assert not [entry for entry in entries if "<svg" in entry["text"] or "handbook" in entry["text"]]


def test_a_page_asks_no_other_host(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert re.findall(r'(?:src|href)="(https?:[^"]+)"', page.read_text()) in (
            [],
            ["https://squidfunk.github.io/mkdocs-material/"],  # the link of Material's footer
        )


def test_two_builds_are_alike_byte_for_byte(site: Path, tmp_path: Path) -> None:
    again = files(built(make(tmp_path), "--strict"))
    first = files(site)
    changing = {"sitemap.xml", "sitemap.xml.gz"}  # they hold the day of the build
    assert {name: text for name, text in again.items() if name not in changing} == {
        name: text for name, text in first.items() if name not in changing
    }


def test_style_and_script_are_only_where_they_are_needed(tmp_path: Path) -> None:
    docs = {"about.md": "# About\n\nText.\n", "dates.md": f"# Dates\n\n{FENCE}"}
    site = built(make(tmp_path, docs=docs), "--strict")
    assert "assets/handbook" not in (site / "about" / "index.html").read_text()
    assert '<link rel="stylesheet" href="../assets/handbook/handbook.css">' in (
        (site / "dates" / "index.html").read_text()
    )


def test_views_and_references_on_pages_of_the_site(tmp_path: Path) -> None:
    docs = {"guide/dates.md": f"# Dates\n\nAfter [[apollo/R-1|that]]:\n\n{FENCE}\n`[[apollo/R-1]]`\n"}
    page = article(built(make(tmp_path, docs=docs), "--strict") / "guide" / "dates" / "index.html")
    assert re.search(r'<a href="\.\./\.\./apollo/risks/#r-1" title="[^"]*open threat[^"]*">that</a>', page)
    assert "Go-live" in page
    assert "<code>[[apollo/R-1]]</code>" in page


@pytest.mark.parametrize("urls", ["true", "false"])
def test_pages_as_folders_or_files(urls: str, tmp_path: Path) -> None:
    config = f"{MATERIAL}{PLUGINS}use_directory_urls: {urls}\n"
    docs = {"dates.md": f"See [[apollo/M-1]].\n\n{FENCE}"}
    site = built(make(tmp_path, config, docs=docs), "--strict")
    test_all_links_of_all_pages_lead_to_files_and_anchors(site)
    assert (site / ("apollo/risks/index.html" if urls == "true" else "apollo/risks.html")).is_file()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes(theme: str, tmp_path: Path) -> None:
    site = built(make(tmp_path, f"theme: {theme}\n{PLUGINS}"))
    page = (site / "apollo" / "risks" / "index.html").read_text()
    assert "The supplier goes out of business" in page
    assert 'href="../decisions/"' in page


def test_properdocs_builds_the_same_pages(site: Path, tmp_path: Path) -> None:
    other = built(make(tmp_path), command="properdocs")
    for place in PLACES:
        assert article(other / place) == article(site / place)


OWN = {
    "index.md": "# Home\n\nText with [a link](guide/start.md).\n",
    "guide/start.md": "# Start\n\n## Twice\n\n## Twice\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    code\n",
    "guide/more.md": "---\ntitle: More\n---\n[[wiki link]] and `x`\n\n![](picture.png)\n",
    "guide/picture.png": "pixels",
}
NAV = "nav: [index.md, {Guide: [guide/start.md, guide/more.md]}]\n"


@pytest.mark.parametrize("nav", ["", NAV])
def test_pages_of_a_site_stay_as_they_are(nav: str, tmp_path: Path) -> None:
    before = built(make(tmp_path / "before", f"{MATERIAL}{nav}", docs=OWN))
    after = built(make(tmp_path / "after", f"{MATERIAL}{nav}{PLUGINS}", docs=OWN))
    for page in ("index.html", "guide/start/index.html", "guide/more/index.html"):
        assert article(after / page) == article(before / page)
    assert (after / "portfolio" / "index.html").is_file()


@pytest.mark.parametrize("nav", ["", NAV])
def test_without_navigation_of_ours_whole_pages_stay_as_they_are(nav: str, tmp_path: Path) -> None:
    ours = "plugins: [search, handbook/records, handbook/pages: {nav: false}]\n"
    before = built(make(tmp_path / "before", f"{MATERIAL}{nav}", docs=OWN))
    after = built(make(tmp_path / "after", f"{MATERIAL}{nav}{ours}", docs=OWN))
    for page in ("index.html", "guide/start/index.html", "guide/more/index.html", "404.html"):
        assert (after / page).read_bytes() == (before / page).read_bytes()
    assert (after / "apollo" / "index.html").is_file()


@pytest.mark.parametrize(("title", "shown"), [("", "Projects"), ("Plans & risks", "Plans &amp; risks")])
def test_the_portfolio_joins_a_navigation_that_does_not_name_it(
    title: str, shown: str, tmp_path: Path
) -> None:
    ours = f"plugins: [search, handbook/records, handbook/pages: {{nav_title: {title!r}}}]\n"
    config = f"{MATERIAL}{NAV}{ours if title else PLUGINS}"
    page = (built(make(tmp_path, config, docs=OWN)) / "guide" / "start" / "index.html").read_text()
    assert shown in page
    assert 'href="../../portfolio/"' in page
    assert 'href="../../roadmap/"' in page


def test_a_navigation_that_names_the_portfolio_is_left_as_it_is(tmp_path: Path) -> None:
    config = f"{MATERIAL}nav: [{{All: portfolio.md}}, roadmap.md, people.md, index.md]\n{PLUGINS}"
    page = (built(make(tmp_path, config, docs={"index.md": "# Home\n"})) / "index.html").read_text()
    assert "Projects" not in page
    assert page.count('href="portfolio/"') >= 1


def test_a_page_of_the_site_goes_before_one_of_ours(tmp_path: Path) -> None:
    site = built(make(tmp_path, docs={"apollo/risks.md": "# Mine\n"}))
    assert "Mine" in article(site / "apollo" / "risks" / "index.html")


def test_a_page_of_a_project_is_published_without_what_could_act(tmp_path: Path) -> None:
    text = """# How
<script>alert(1)</script> <b onclick="x()">bold</b> {{ config }} <a href="javascript:x()">y</a>

See [[R-1]] [x](javascript:alert(1)) ![hall](hall.png) ![far](https://far.example/x.png)

--8<-- "mkdocs.yml"
"""
    files_ = {"apollo/pages/how.md": text, "apollo/pages/hall.png": "pixels", "apollo/risks.yml": RISKS}
    extended = "markdown_extensions: [pymdownx.snippets, md_in_html, attr_list]\n"
    site = built(make(tmp_path, MATERIAL + PLUGINS + extended, files_))
    page = article(site / "apollo" / "how" / "index.html")
    assert '<img src="../hall.png"' in page
    assert (site / "apollo" / "hall.png").read_text() == "pixels"
    assert 'href="../risks/#r-1"' in page
    assert "{{ config }}" in page
    for bad in ("<script", "onclick", 'href="javascript', 'src="https', "site_name"):
        assert bad not in page


HOSTILE = '"><script>alert(1)</script>&lt;img src=x onerror=alert(2)&gt;'


def test_titles_do_no_harm_wherever_a_theme_puts_them(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    story = {
        "apollo/decisions/D-1.md": STORY["apollo/decisions/D-1.md"].replace("Order online first", quoted),
        "apollo/project.yml": (
            f"title: {quoted}\nmanager: ana\nsponsor: eve\nstatus: active\nstart: 2026-01-05\n"
            f"deliverables: {{service: {{title: {quoted}, owner: ana, acceptance_criteria: [{quoted}]}}}}\n"
        ),
        "apollo/pages/own.md": f"---\ntitle: {quoted}\n---\n## {HOSTILE}\n",
    }
    for theme in ("material", "mkdocs", "readthedocs"):
        folder = tmp_path / theme
        done = build(make(folder, f"theme: {theme}\n{PLUGINS}", story), "--quiet")
        pages = list((folder / "site").rglob("*.html"))
        assert pages, done.stderr
        for page in pages:
            assert "<script>alert" not in page.read_text(), page
            assert "<img src=x" not in page.read_text(), page


ZOO = """
def on_page_content(html, page, config, files):
    return html.replace("Go-live", "<mark>Go-live</mark>")
"""


def test_hooks_of_others_see_the_content_of_our_pages(tmp_path: Path) -> None:
    folder = make(tmp_path, f"{MATERIAL}{PLUGINS}hooks: [hook.py]\n")
    (folder / "hook.py").write_text(ZOO)
    assert "<mark>Go-live</mark>" in article(built(folder) / "apollo" / "milestones" / "index.html")
