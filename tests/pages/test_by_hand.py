"""Pages that projects write themselves: who may read them, and what is published beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.handbooks import lines
from tests.pages.made import STORY, opened, reopened

HOW = """# How we work

First [[M-1]], see [the drawing](img/hall.png).

## Dates

```handbook
view: milestones
```
"""


def test_a_page_has_its_title_its_text_and_its_views(tmp_path: Path) -> None:
    pages = {"apollo/pages/how-we-work.md": HOW, "apollo/pages/img/hall.png": "x"}
    handbook = opened(tmp_path, {**STORY, **pages})
    [page] = handbook.written.pages
    assert str(page) == "apollo/how-we-work.md: How we work"
    lead, dates = handbook.site().draw(page)
    assert (lead.title, dates.title, dates.anchor) == ("", "Dates", "dates")
    assert len(dates.blocks) == 1
    assert lines(handbook.problems) == []


@pytest.mark.parametrize(
    ("front", "body", "title"),
    [
        ("title: Named", "# Headed\n", "Named"),
        ("", "# Headed\n", "Headed"),
        ("", "Text\n\n# Later\n", "How to"),
        ("", "## Only second\n", "How to"),
    ],
)
def test_the_title(front: str, body: str, title: str, tmp_path: Path) -> None:
    text = f"---\n{front}\n---\n{body}" if front else body
    handbook = opened(tmp_path, {"apollo/pages/how_to.md": text})
    assert [page.title for page in handbook.written.pages] == [title]


@pytest.mark.parametrize(
    ("front", "wide"), [("wide: true", True), ("wide: false", False), ("title: T", False)]
)
def test_a_page_may_take_all_the_room(front: str, wide: bool, tmp_path: Path) -> None:
    handbook = opened(tmp_path, {"apollo/pages/plan.md": f"---\n{front}\n---\n# Plan\n"})
    assert [page.template.wide for page in handbook.written.pages] == [wide]


def test_a_page_is_kept_from_those_who_may_not_read_it(tmp_path: Path) -> None:
    secret = "---\naudience: restricted\n---\n# Secret\n![](s.png)\n"
    files = {"apollo/pages/secret.md": secret, "apollo/pages/s.png": "x", "apollo/pages/open.md": "# Open\n"}
    handbook = opened(tmp_path, files)
    assert [page.title for page in handbook.written.pages] == ["Open"]
    assert handbook.written.files == {}


def test_those_who_may_read_it_have_it_with_its_picture(tmp_path: Path) -> None:
    secret = "---\naudience: restricted\n---\n# Secret\n![](s.png)\n"
    files = {"apollo/pages/secret.md": secret, "apollo/pages/s.png": "x"}
    handbook = opened(tmp_path, files, audience="restricted")
    assert [page.title for page in handbook.written.pages] == ["Secret"]
    assert handbook.written.files == {"projects/apollo/pages/s.png": "apollo/s.png"}


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("title: Reorg: phase 2\naudience: restricted", "PAGE006"),
        ("audience: restrictd", "READ017"),
        ("audience: [restricted]", "PAGE003"),
        ("audiences: restricted", "PAGE002"),
    ],
)
def test_front_matter_in_doubt_publishes_nothing(front: str, code: str, tmp_path: Path) -> None:
    handbook = opened(tmp_path, {"apollo/pages/secret.md": f"---\n{front}\n---\n# Secret\n"})
    assert handbook.written.pages == []
    assert [(problem.code, problem.fatal) for problem in handbook.problems] == [(code, True)]


def test_only_pictures_that_a_page_names_are_published(tmp_path: Path) -> None:
    files = {
        "apollo/pages/how.md": "![The hall](img/hall.png)\n",
        "apollo/pages/img/hall.png": "x",
        "apollo/pages/img/other.png": "x",
    }
    assert opened(tmp_path, files).written.files == {
        "projects/apollo/pages/img/hall.png": "apollo/img/hall.png"
    }


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    opened(root, {"apollo/pages/inside.md": "# Inside\n"})
    (tmp_path / "outside.md").write_text("# Outside\n")
    (root / "projects" / "apollo" / "pages" / "link.md").symlink_to(tmp_path / "outside.md")
    handbook = reopened(root)
    assert [page.title for page in handbook.written.pages] == ["Inside"]
    assert [problem.code for problem in handbook.problems] == ["PAGE008"]


def test_a_text_that_would_be_cut_is_told(tmp_path: Path) -> None:
    long = "word " * 10_001
    handbook = opened(tmp_path, {"apollo/pages/long.md": f"# Long\n\n## Much\n\n{long}\n"})
    assert [(problem.code, problem.place.line) for problem in handbook.problems] == [("FIELD012", 5)]


@pytest.mark.parametrize(
    ("audience", "internal"), [("", True), ("public", False), ("internal", True), ("restricted", True)]
)
def test_only_who_keeps_the_records_is_told_what_is_missing(
    audience: str, internal: bool, tmp_path: Path
) -> None:
    assert opened(tmp_path, audience=audience).site().internal is internal
