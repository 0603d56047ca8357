"""Text in Markdown means itself, whoever reads it."""

import markdown as python_markdown
import pytest
from handbook.views.block.block import Column, Paragraph, Row, Table
from handbook.views.block.inline import Strong
from handbook.views.links import Unlinked
from handbook.views.writers.plain import markdown
from handbook.views.writers.plain_text import code, fenced, plain, target
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.views.markup import words

SIGNS = st.text(alphabet="ab1 \\`*_{}[]<>()#+-.!|~&;:=?\"'/@$%^", min_size=1, max_size=30)
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _shown(text: str) -> str:
    """What a line of text becomes when it is read again."""
    return words(COMMONMARK.render(markdown([Paragraph((text,))], Unlinked()).text))


@given(SIGNS)
def test_a_line_is_what_it_was(text: str) -> None:
    assert _shown(text) == " ".join(text.split())


@given(SIGNS)
def test_a_line_is_one_paragraph(text: str) -> None:
    if text.strip():
        rendered = COMMONMARK.render(markdown([Paragraph((text,))], Unlinked()).text)
        assert rendered.startswith("<p>")
        assert rendered.count("<") == 2


@given(SIGNS)
def test_a_cell_is_what_it_was(text: str) -> None:
    table = Table([Column("Name"), Column("Other")], [Row([("first",), (text,)])])
    rendered = COMMONMARK.render(markdown([table], Unlinked()).text)
    assert words(rendered.partition("<td>first</td>")[2]) == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["# no heading", "1. no list", "+ no list", "!!! no box", "=== no tab", "a | b", "snake_case"]
)
def test_python_markdown_reads_it_alike(text: str) -> None:
    written = markdown([Paragraph((text,))], Unlinked()).text
    assert words(python_markdown.markdown(written, extensions=["extra", "admonition"])) == text


def test_words_with_underscores_stay_readable() -> None:
    assert plain("snake_case and _emphasis_") == "snake_case and \\_emphasis\\_"


def test_strong_words_are_strong() -> None:
    written = markdown([Paragraph(("by ", Strong("9 *December*")))], Unlinked()).text
    assert written == "by **9 \\*December\\***\n"


@given(
    st.text(alphabet="a` |", min_size=1, max_size=12).filter(lambda text: text.strip() and not text.isspace())
)
def test_code_holds_its_backticks(text: str) -> None:
    rendered = COMMONMARK.renderInline(code(text))
    assert words(rendered) == " ".join(text.split())


def test_a_fence_is_longer_than_what_it_holds() -> None:
    assert fenced("```\n", "x y") == "````xy\n```\n````"


def test_an_address_cannot_end_its_link() -> None:
    assert target('https://x.example/a b)"<y>') == "https://x.example/a%20b%29%22%3Cy%3E"
