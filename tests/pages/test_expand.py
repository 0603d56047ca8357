"""Views and references on a page that Python-Markdown renders."""

from __future__ import annotations

from html import unescape

import markdown
import pytest
from handbook.pages.expand import expand, filled, linked
from handbook.pages.reader import Reader
from handbook.pages.references import Reference
from handbook.problems import Place
from handbook.views.block.inline import Ref

EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "pymdownx.superfences", "pymdownx.tabbed"]
VIEW = "```handbook\nview: timeline\nproject: apollo\n```"


def rendered(text: str, view: str = "<figure>drawn</figure>") -> str:
    expanded = expand(text, Place("page.md"), Reader().fence)
    html = markdown.markdown(expanded.markdown, extensions=EXTENSIONS)
    return filled(html, [(word, view) for word in expanded.views])


@pytest.mark.parametrize(
    "text",
    [
        f"Before.\n\n{VIEW}\n\nAfter.",
        f"Before.\n{VIEW}\nAfter.",
        "- item\n\n    " + VIEW.replace("\n", "\n    ") + "\n\n    more",
        '!!! note "Title"\n\n    ' + VIEW.replace("\n", "\n    "),
        '=== "Tab"\n\n    ' + VIEW.replace("\n", "\n    "),
    ],
)
def test_a_view_stands_where_its_fence_stood(text: str) -> None:
    html = rendered(text)
    assert html.count("<figure>drawn</figure>") == 1
    assert "handbookview" not in html
    assert "<p><figure>" not in html


def test_several_views_keep_their_order() -> None:
    expanded = expand(f"{VIEW}\n\n{VIEW}\n\n{VIEW}", Place("page.md"), Reader().fence)
    html = markdown.markdown(expanded.markdown)
    words = sorted(expanded.views, key=html.index)
    written = filled(html, [(word, str(number)) for number, word in enumerate(words)])
    assert written.split() == ["0", "1", "2"]


def test_a_page_without_views_is_left_as_it_is() -> None:
    text = "# A\n\n```python\nview = 1\n```\n"
    assert expand(text, Place("page.md"), Reader().fence).markdown == text


HOSTILE = '</a><script>alert(1)</script> ](x) "t" *b* `c` {{ jinja }} [[R-1]] &amp; :smile: ++k++'


@pytest.mark.parametrize("own", ["", "|words <b>"])
def test_a_reference_becomes_a_link_and_its_text_stays_text(own: str) -> None:
    def named(reference: Reference) -> Ref:
        return Ref("apollo/R-1", HOSTILE, HOSTILE)

    text = linked(f"See [[R-1{own}]].", named, lambda address: "apollo/risks.md#r-1")
    html = markdown.markdown(text, extensions=[*EXTENSIONS, "pymdownx.emoji", "pymdownx.keys"])
    assert html.count("<a ") == 1
    assert html.count("<") == 4
    assert 'href="apollo/risks.md#r-1"' in html


def test_a_record_that_is_shown_nowhere_is_mere_words() -> None:
    text = linked("See [[@ana]].", lambda one: Ref("@ana", "Ana"), lambda address: None)
    assert text == "See Ana."


def test_an_unknown_reference_stays_as_it_was_written() -> None:
    assert linked("See [[R-9]].", lambda one: None, lambda address: "x") == "See [[R-9]]."


def test_a_reference_in_a_heading_reaches_the_table_of_contents_as_words() -> None:
    text = linked("## About [[R-1]]", lambda one: Ref("apollo/R-1", "Fire & flood"), lambda address: "r.md")
    reader = markdown.Markdown(extensions=["toc"])
    assert '<a href="r.md">Fire &#38; flood</a>' in reader.convert(text)
    [entry] = reader.toc_tokens  # type: ignore[attr-defined]
    assert unescape(entry["name"]) == "About Fire & flood"
