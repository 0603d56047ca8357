"""Every record has one home: a page that carries its anchor, and that the public sees only if it may."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from handbook.pages.html import html
from handbook.pages.links import LinksFrom, as_folders
from handbook.pages.opening import Opened
from handbook.pages.site import Site
from handbook.pages.templates import ours
from handbook.records.kind import kinds

from tests.pages.made import opened, reopened

SAMPLE = Path(__file__).parents[2]
HOMELESS = {"calendar", "person", "role", "settings", "team"}
"""Kinds of the organisation: no page of a project is theirs."""


@cache
def sample(audience: str) -> Opened:
    return reopened(SAMPLE, audience=audience)


def written(site: Site, path: str) -> str:
    page = site.by_path[path]
    return str(html(page, site.draw(page), LinksFrom(site, path, as_folders)))


def test_every_kind_has_one_home() -> None:
    homes = [kind for template in ours() for kind in template.home]
    assert sorted(homes) == sorted(set(kinds()) - HOMELESS)


def test_the_home_of_every_record_is_there() -> None:
    site = sample("restricted").site()
    pages: dict[str, str] = {}
    lost = []
    for record in site.portfolio.book.records:
        if record.kind in HOMELESS:
            continue
        target = site.target(record.address)
        if target is None:
            lost.append(str(record))
            continue
        text = pages.setdefault(target.path, "") or written(site, target.path)
        pages[target.path] = text
        if target.anchor and f'id="{target.anchor}"' not in text:
            lost.append(f"{record} in {target.path}")
    assert lost == []


@pytest.mark.parametrize("project", ["billing-platform", "data-centre-exit"])
def test_money_and_stakeholders_are_for_the_inner_circle(project: str) -> None:
    pages = {page.path for page in sample("internal").site().pages}
    assert {f"{project}/budget.md", f"{project}/stakeholders.md"} <= pages
    assert not [page.path for page in sample("public").site().pages if page.project == project]


PUBLIC = {
    "apollo/budget.yml": "total: 777k EUR\nlines: {L-1: {title: Moon dust, planned: 777k EUR}}\n",
    "apollo/stakeholders.yml": "S-1: {role: Angry neighbour, influence: 5, interest_level: 5}\n",
    "apollo/communications.yml": "C-1: {to: S-1, what: News, frequency: weekly, owner: ana}\n",
}


@pytest.mark.parametrize(("audience", "sees"), [("public", False), ("internal", True)])
def test_a_public_project_tells_neither_its_money_nor_of_its_stakeholders(
    audience: str, sees: bool, tmp_path: Path
) -> None:
    settings = {"handbook.yml": "status_date: 2026-03-02\ndefault_audience: public\n"}
    site = opened(tmp_path, PUBLIC | settings, audience=audience).site()
    text = "".join(written(site, page.path) for page in site.pages)
    assert ("apollo/budget.md" in site.by_path) == sees
    for secret in ("777", "Moon dust", "Angry neighbour"):
        assert (secret in re.sub(r'id="[^"]*"', "", text)) == sees, secret
