"""Every view has a golden pair; `pytest --update` writes it, and the difference is reviewed."""

from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.views.links import Links
from handbook.views.view import views
from handbook.views.writers.html import html
from handbook.views.writers.plain import markdown

from tests.views.cases import CASES
from tests.views.drawing import drawn

GOLDEN = Path(__file__).parent / "golden"


def test_every_view_is_drawn_by_a_case() -> None:
    assert sorted(CASES) == sorted(views())


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(views())


@pytest.mark.parametrize("name", sorted(CASES))
def test_html_is_as_golden(name: str, portfolio: Portfolio, links: Links, update: bool) -> None:
    found = [html(drawn(name, case, portfolio), links, internal=True) for case in CASES[name]]
    _compare(GOLDEN / f"{name}.html", "\n<!-- next -->\n".join(found).replace("><", ">\n<"), update)


@pytest.mark.parametrize("name", sorted(CASES))
def test_markdown_is_as_golden(name: str, portfolio: Portfolio, links: Links, update: bool) -> None:
    found = [markdown(drawn(name, case, portfolio), links, internal=True).text for case in CASES[name]]
    _compare(GOLDEN / f"{name}.md", "\n***\n\n".join(found), update)


def _compare(file: Path, found: str, update: bool) -> None:
    found = f"{found.rstrip()}\n"
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert file.read_text("utf-8") == found
