"""Prose that people write: Markdown as they know it, without anything that acts."""

import pytest
from handbook.views.block.block import Prose
from handbook.views.block.inline import Ref
from handbook.views.links import Links, Unlinked
from handbook.views.writers.html import html
from handbook.views.writers.plain import markdown

from tests.views.markup import faults, words

NOWHERE = Unlinked()
REFS = {"R-7": Ref("apollo/R-7", "Vendor circuits", "open threat"), "H-1": Ref("hermes/H-1", "Arrival")}


def _html(text: str, links: Links = NOWHERE, level: int = 3) -> str:
    written = html([Prose(text, level, REFS, "projects/apollo/risks/R-7.md")], links)
    return written.removeprefix('<div class="hb-prose">').removesuffix("</div>").strip()


def _plain(text: str, links: Links = NOWHERE, level: int = 3) -> str:
    return markdown([Prose(text, level, REFS, "projects/apollo/risks/R-7.md")], links).text.strip()


def test_headings_begin_at_the_level_of_their_place() -> None:
    assert _html("# One\n\n## Two", level=3) == "<h3>One</h3>\n<h4>Two</h4>"
    assert _html("## One", level=5) == "<h5>One</h5>"
    assert _plain("## One\n\n#### Two", level=4) == "#### One\n\n###### Two"


def test_references_are_links_with_the_state(links: Links) -> None:
    assert (
        _html("See [[R-7]].", links)
        == '<p>See <a href="#r-7" title="open threat" rel="noopener">Vendor circuits</a>.</p>'
    )
    assert _html("[[H-1|then]]", links) == '<p><a href="../hermes/#h-1" rel="noopener">then</a></p>'
    assert (
        _plain("See [[R-7]] and [[H-1|then]].", links)
        == "See [Vendor circuits](#r-7) and [then](../hermes/#h-1)."
    )


def test_a_reference_to_nothing_stays_text(links: Links) -> None:
    assert _html("[[R-99]]", links) == "<p>[[R-99]]</p>"
    assert _plain("[[R-99]]", links) == "\\[\\[R-99\\]\\]"


def test_a_reference_in_code_stays_code(links: Links) -> None:
    assert _html("`[[R-7]]`", links) == "<p><code>[[R-7]]</code></p>"


def test_a_reference_in_a_link_is_its_words(links: Links) -> None:
    assert _html("[a [[R-7]]](https://x.example)", links).count("<a ") == 1


def test_tables_keep_their_alignment() -> None:
    written = _html("| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |")
    assert '<td>1</td>\n<td class="hb-center">2</td>\n<td class="hb-right">3</td>' in written
    assert _plain("| a | b |\n|---|--:|\n| 1 | `2\\|3` |") == "| a | b |\n| --- | --: |\n| 1 | `2\\|3` |"


def test_tasks_have_boxes() -> None:
    assert words(_html("- [x] done\n- [ ] open")) == "☑ done ☐ open"
    assert _plain("- [x] done\n- [ ] open") == "-   [x] done\n-   [ ] open"


def test_lists_are_indented_for_every_reader() -> None:
    assert _plain("1. one\n   - two\n2. three") == "1.  one\n    -   two\n2.  three"
    assert _plain("- a\n\n  b") == "-   a\n\n    b"


def test_raw_html_is_dropped_and_its_words_stay() -> None:
    assert _html("a <b onclick=x>bold</b> <script>alert(1)</script>") == "<p>a bold alert(1)</p>"
    assert words(_html("<div onclick=x>\ninside <script>alert(1)</script>\n</div>")) == "inside"
    assert _plain("a <b>bold</b>") == "a bold"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//other.example/x",
        "/etc/passwd",
        "../../../../x.png",
        "a\\b.png",
    ],
)
def test_links_that_may_not_lead_are_words(url: str, links: Links) -> None:
    assert _html(f"[words](<{url}>)", links) == "<p>words</p>"
    assert _html(f"![words](<{url}>)", links) == "<p>words</p>"
    assert _plain(f"[words](<{url}>)", links) == "words"


def test_files_beside_the_record_are_found(links: Links) -> None:
    assert (
        _html("![a](curve.png)", links)
        == '<p><img src="../projects/apollo/risks/curve.png" alt="a" loading="lazy"></p>'
    )
    assert 'href="../projects/apollo/plan.png#x"' in _html("[a](../plan.png#x)", links)
    assert _plain("![a](curve.png)", links) == "![a](../projects/apollo/risks/curve.png)"


def test_pictures_of_other_hosts_are_linked_not_fetched(links: Links) -> None:
    assert (
        _html("![a](https://x.example/a.png)", links)
        == '<p><a href="https://x.example/a.png" rel="noopener">a</a></p>'
    )


def test_code_keeps_its_language_and_nothing_else() -> None:
    assert (
        _html('```python "onclick=x"\n<b>\n```')
        == '<pre><code class="language-python">&lt;b&gt;\n</code></pre>'
    )
    assert _plain("```yaml\na: 1\n```") == "```yaml\na: 1\n```"


def test_line_breaks_and_emphasis() -> None:
    assert _html("*a* **b** ~~c~~  \nd") == "<p><em>a</em> <strong>b</strong> <s>c</s><br>\nd</p>"
    assert _plain("*a* **b** ~~c~~") == "*a* **b** ~~c~~"


HARD = {
    "brackets": "[" * 25_000 + "]" * 25_000,
    "images": "![" * 25_000,
    "quotes": ">" * 50_000,
    "emphasis": "*a **b __c " * 4_500,
    "backticks": "".join("`" * n + " " for n in range(1, 310)),
    "lists": "\n".join("  " * n + "- a" for n in range(220)),
    "columns": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|x\n" * 15_000,
    "tags": "<a " * 16_000,
    "references": "[[a|" * 12_000,
}


@pytest.mark.parametrize("name", sorted(HARD))
def test_hard_text_is_written_like_any_other(name: str) -> None:
    text = HARD[name]
    assert faults(_html(text)) == []
    assert _plain(text) is not None
