"""Which pages there are, where records are shown, and what stands on a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.pages.draw import draw
from handbook.pages.fields import read_fields
from handbook.pages.html import heads
from handbook.pages.html import html as page_html
from handbook.pages.links import LinksFrom, as_files, as_folders, as_source, relative
from handbook.pages.page import Page
from handbook.pages.reader import Reader
from handbook.pages.search import searched
from handbook.pages.sections import sections
from handbook.pages.template import Template
from handbook.pages.templates import ours, read_template, templates
from handbook.problems import Place
from handbook.views.links import Unlinked

from tests.pages.made import RISK_PAGE, STORY, opened

PAGES = """index.md: Portfolio
roadmap.md: Roadmap
people.md: People
apollo/index.md: Status
apollo/scope.md: Scope
apollo/plan.md: Plan
apollo/milestones.md: Milestones
apollo/health.md: Schedule health
apollo/team.md: Team
apollo/risks.md: Risks
apollo/decisions.md: Decisions
apollo/reports.md: Reports
apollo/decisions/d-1.md: Order online first
apollo/reports/2026-02-20.md: 2026-02-20"""


def test_pages_without_records_are_not_made(tmp_path: Path) -> None:
    assert str(opened(tmp_path).site()) == PAGES


def test_every_page_that_is_made_shows_something(tmp_path: Path) -> None:
    site = opened(tmp_path).site()
    empty = [str(page) for page in site.pages if not site.draw(page)]
    assert empty == []


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("apollo", "apollo/index.md"),
        ("apollo/R-1", "apollo/risks.md#r-1"),
        ("apollo/r-1", "apollo/risks.md#r-1"),
        ("apollo/M-1", "apollo/milestones.md#m-1"),
        ("apollo/plan.build", "apollo/plan.md#plan-build"),
        ("apollo/service", "apollo/scope.md#service"),
        ("apollo/D-1", "apollo/decisions/d-1.md"),
        ("@ana", None),
        ("apollo/R-99", None),
    ],
)
def test_a_record_has_one_home(address: str, target: str | None, tmp_path: Path) -> None:
    found = opened(tmp_path).site().target(address)
    assert (found and f"{found.path}#{found.anchor}".rstrip("#")) == target


def test_the_date_of_a_milestone_leads_to_what_makes_it(tmp_path: Path) -> None:
    site = opened(tmp_path).site()
    target = site.explained("apollo/M-1")
    assert target
    page = site.by_path[target.path]
    told = page_html(page, site.draw(page), LinksFrom(site, page.path, as_folders))
    assert '<details class="hb-fold"><summary>' in told
    assert f'<div id="{target.anchor}">' in told
    assert f'href="#{target.anchor}"' in told
    plan = site.by_path["apollo/plan.md"]
    links = LinksFrom(site, plan.path, as_folders)
    assert f'href="{links.why("apollo/M-1")}"' in page_html(plan, site.draw(plan), links)
    assert site.explained("apollo/plan.build") is None
    assert site.explained("apollo/M-99") is None


def test_the_home_of_a_record_carries_its_anchor(tmp_path: Path) -> None:
    site = opened(tmp_path).site()
    for address in ("apollo/R-1", "apollo/M-1", "apollo/plan.build", "apollo/service"):
        target = site.target(address)
        assert target
        page = site.by_path[target.path]
        links = LinksFrom(site, page.path, as_folders)
        assert f'id="{target.anchor}"' in page_html(page, site.draw(page), links)


def test_a_record_that_is_a_document_has_a_page_of_its_own(tmp_path: Path) -> None:
    site = opened(tmp_path, {**STORY, "apollo/risks.yml": "", "apollo/risks/R-1.md": RISK_PAGE}).site()
    page = site.by_path["apollo/risks/r-1.md"]
    assert page.full_title == "The supplier goes out of business – Apollo"
    assert site.published("projects/apollo/risks/R-1.md") == page.path
    assert "Told at length" in searched(site.draw(page))


def test_the_portfolio_may_stand_elsewhere(tmp_path: Path) -> None:
    site = opened(tmp_path).site("portfolio.md")
    assert site.pages[0].path == "portfolio.md"


def _page(text: str, *, by_hand: bool = False) -> Page:
    reader = Reader()
    found = sections(text, Place("page.md"), reader.fence)
    assert reader.problems == []
    return Page("page.md", "Page", Template("page", found), by_hand=by_hand)


FENCE = "```handbook\nview: {}\nproject: apollo\n```\n"
SHOWN, NOTHING = FENCE.format("timeline"), FENCE.format("issue-log")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"## A\n{SHOWN}## B\n{NOTHING}", ["A"]),
        (f"## A\n### B\n{SHOWN}## C\n### D\n{NOTHING}", ["A", "B"]),
        (f"## A\nWords that lead up to it.\n{NOTHING}", []),
        ("## A\nOnly words.\n", ["A"]),
        ("## A\n", []),
        (f"## A\n### A\n{SHOWN}### A\n{SHOWN}", ["A", "A", "A"]),
    ],
)
def test_a_section_without_anything_is_left_out_with_its_heading(
    text: str, titles: list[str], tmp_path: Path
) -> None:
    portfolio = opened(tmp_path).portfolio
    found = draw(_page(text), portfolio)
    assert [section.title for section in found] == titles
    anchors = [section.anchor for section in found]
    assert len(set(anchors)) == len(anchors)


def test_what_somebody_wrote_by_hand_stays(tmp_path: Path) -> None:
    page = _page(f"## A\n{NOTHING}## B\n", by_hand=True)
    assert [section.title for section in draw(page, opened(tmp_path).portfolio)] == ["A", "B"]


def test_a_heading_is_text_and_nothing_else(tmp_path: Path) -> None:
    page = _page("## A <b> & `c`\n\nWords.\n", by_hand=True)
    found = draw(page, opened(tmp_path).portfolio)
    written = page_html(page, found, Unlinked())
    assert "A &lt;b&gt; &amp; `c`" in written
    assert [head.anchor for head in heads(found)] == ["a-b-c"]


@pytest.mark.parametrize(
    ("shape", "href"),
    [(as_source, "../risks.md#r-1"), (as_folders, "../../risks/#r-1"), (as_files, "../risks.html#r-1")],
)
def test_links_have_the_shape_of_the_site(shape: object, href: str, tmp_path: Path) -> None:
    site = opened(tmp_path).site()
    assert LinksFrom(site, "apollo/decisions/d-1.md", shape).href("apollo/R-1") == href  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "start", "found"),
    [
        ("", "", "./"),
        ("a/", "", "a/"),
        ("", "a/b/", "../../"),
        ("a/b/", "a/", "b/"),
        ("a.html", "b/c.html", "../a.html"),
        ("p q/", "", "p%20q/"),
    ],
)
def test_relative_addresses(target: str, start: str, found: str) -> None:
    assert relative(target, start) == found


def test_our_templates_are_sound_and_their_homes_unique() -> None:
    homes = [kind for template in ours() for kind in template.home]
    assert len(set(homes)) == len(homes)
    assert {"risk", "task", "milestone", "deliverable", "issue", "decision", "report"} <= set(homes)


def test_a_site_overrides_templates_and_adds_some(tmp_path: Path) -> None:
    (tmp_path / "own" / "project").mkdir(parents=True)
    (tmp_path / "own" / "project" / "risks.md").write_text("---\ntitle: Fears\nwhen: [risk]\n---\nNone.\n")
    (tmp_path / "own" / "dates.md").write_text(f"---\ntitle: Dates\n---\n{SHOWN}")
    site = opened(tmp_path, templates=tmp_path / "own").site()
    assert site.by_path["apollo/risks.md"].title == "Fears"
    assert site.by_path["dates.md"].title == "Dates"


def test_a_template_that_never_shows_anything_makes_no_page(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "issues.md").write_text(f"---\ntitle: Issues\n---\n{NOTHING}")
    assert "issues.md" not in opened(tmp_path, templates=tmp_path / "own").site().by_path


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("no front matter", "t.md:1:1: PAGE006 expected front matter, found text"),
        ("---\ntitel: A\n---\n", "t.md:2:1: PAGE002 unknown option 'titel' – did you mean 'title'?"),
        ("---\norder: first\n---\n", "t.md:2:8: PAGE003 order: expected a whole number, found 'first'"),
        (
            "---\nwhen: [rsik]\n---\n",
            "t.md:1:1: PAGE003 unknown kind of record 'rsik' – did you mean 'risk'?",
        ),
        ("---\n---\n```handbook\n```\n", "t.md:3:1: PAGE001 expected the name of a view, found none"),
    ],
)
def test_a_faulty_template_is_told(text: str, problem: str) -> None:
    _, problems = read_template(text.encode(), "t", "t.md")
    assert [str(found)[: len(problem)] for found in problems] == [problem]


def test_own_templates_without_faults_are_no_problem() -> None:
    assert templates(None)[1] == []


def test_fields_know_their_places() -> None:
    fields, problems = read_fields("view: timeline\nfrom: 2026-01\n", Place("page.md", 7))
    assert problems == []
    assert fields
    assert fields.place("from") == Place("page.md", 8, 7)
    assert fields.place("from", key=True) == Place("page.md", 8, 1)
