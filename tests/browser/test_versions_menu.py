"""Two versions of a site in a branch, and the menu between them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from handbook.publish.deploy import Berth
from handbook.publish.git import Git
from handbook.publish.publish import publish
from handbook.publish.release import Release
from playwright.sync_api import expect

from tests.browser.conftest import PageAt, Served
from tests.publish.conftest import ALONE
from tests.site.builds import MATERIAL, PLUGINS, QUIET, make

CONFIG = f"{MATERIAL}{PLUGINS}extra: {{version: {{provider: mike, default: latest}}}}\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a file server shows of the branch."""
    top = tmp_path_factory.mktemp("published")
    folder = make(top / "repository", CONFIG)
    git = Git(folder, {**os.environ, **ALONE, **QUIET})
    git.run("init", "--quiet", "--initial-branch=main")
    git.run("add", ".")
    git.run("commit", "--quiet", "--message=start")
    publish(folder / "mkdocs.yml", Release("2026-02", "February", ("latest",)), Berth(git))
    plan = folder / "projects" / "apollo" / "plan.yml"
    plan.write_text(plan.read_text().replace("Go-live", "Launch"))
    publish(folder / "mkdocs.yml", Release("2026-03", "March", ("latest",)), Berth(git))
    archive = subprocess.run(("git", "archive", "gh-pages"), cwd=folder, capture_output=True, check=True)
    (top / "served").mkdir()
    subprocess.run(("tar", "-x"), cwd=top / "served", input=archive.stdout, check=True)
    return top / "served"


def test_the_menu_leads_to_the_other_version(
    published: Path, page_at: PageAt, served: Served, strangers: list[str]
) -> None:
    page = page_at()
    page.goto(f"{served(published)}latest/apollo/milestones/")
    expect(page.get_by_role("article")).to_contain_text("Launch")
    menu = page.locator(".md-version")
    expect(menu.locator(".md-version__current")).to_have_text("March")
    menu.hover()
    menu.get_by_role("link", name="February").click()
    expect(page).to_have_url(f"{served(published)}2026-02/")
    expect(page.get_by_role("article")).to_contain_text("Go-live")
    assert strangers == []


def test_the_top_leads_to_the_latest(published: Path, page_at: PageAt, served: Served) -> None:
    page = page_at()
    page.goto(served(published))
    expect(page).to_have_url(f"{served(published)}latest/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Portfolio")
