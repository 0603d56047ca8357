"""Whatever people write in a record, no view makes markup of it that acts."""

import re
from xml.etree import ElementTree

import markdown as python_markdown
import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.views.block.block import Diagram
from handbook.views.links import Links
from handbook.views.writers.html import html
from handbook.views.writers.plain import markdown
from markdown_it import MarkdownIt

from tests.views.cases import CASES
from tests.views.drawing import drawn, parts
from tests.views.hostile import PAYLOADS, hostile
from tests.views.markup import faults

_MERMAID = re.compile(r"%%\{init: [\w{}:\", ]+\}%%\nflowchart LR(\n  (n\d+ --- )?n\d+\[\"[\w ,.'#;–]+\"\])+")
_DRAWN = {"svg", "style", "title", "desc", "g", "path", "rect", "circle", "text", "pattern"}


@pytest.fixture(scope="module", params=sorted(PAYLOADS))
def attacked(request: pytest.FixtureRequest, portfolio: Portfolio) -> Portfolio:
    """The portfolio with one hostile text wherever a text may stand."""
    return Portfolio(hostile(portfolio.book, PAYLOADS[request.param]))


@pytest.mark.parametrize("name", sorted(CASES))
def test_html_holds_nothing_that_acts(name: str, attacked: Portfolio, links: Links) -> None:
    for case in CASES[name]:
        assert faults(html(drawn(name, case, attacked), links, internal=True)) == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_markdown_holds_nothing_that_acts(name: str, attacked: Portfolio, links: Links) -> None:
    for case in CASES[name]:
        written = markdown(drawn(name, case, attacked), links, internal=True)
        assert faults(MarkdownIt("commonmark").enable("table").render(written.text)) == []
        assert faults(python_markdown.markdown(written.text, extensions=["extra", "sane_lists"])) == []
        for svg in written.files.values():
            assert {re.sub(r"\{.*\}", "", one.tag) for one in ElementTree.fromstring(svg).iter()} <= _DRAWN


@pytest.mark.parametrize("name", sorted(CASES))
def test_diagrams_hold_names_only(name: str, attacked: Portfolio) -> None:
    blocks = [part for case in CASES[name] for block in drawn(name, case, attacked) for part in parts(block)]
    for block in blocks:
        if isinstance(block, Diagram):
            assert _MERMAID.fullmatch(block.mermaid)


def test_the_texts_are_in_the_book(portfolio: Portfolio) -> None:
    book = hostile(portfolio.book, "attack")
    risk = next(record for record in book.records if record.id == "R-1")
    assert str(risk.model_dump()).count("'attack'") > 12
