"""Raw HTML is found where pages drop it, and nowhere else."""

from __future__ import annotations

import pytest
from handbook.loading.prose import dropped_html

CASES = {
    "no html": ("Text with *stars* and a < b > c.", []),
    "a tag in a line": ("One\ntwo <b>three</b>", [(1, "b")]),
    "a block": ("One\n\n<div>\n<script>x()</script>\n</div>", [(2, "div"), (3, "script")]),
    "capitals": ("<SCRIPT>x</SCRIPT>", [(0, "script")]),
    "a comment": ("<!-- <b> -->\n\ntext <!-- <i> -->", []),
    "a code span": ("`<b>` and <i>", [(0, "i")]),
    "the same tag in code before": ("`<b>` then\n<b>", [(1, "b")]),
    "a fence": ("```html\n<b>\n```\n\n<i>x</i>", [(4, "i")]),
    "a fence that is not closed": ("~~~\n<b>\n", []),
    "indented code": ("Text:\n\n    <b>\n", []),
    "an escape": (r"\<b> and &lt;i>", []),
    "an address": ("<https://example.org> <ana@example.org>", []),
    "an opening that never closes": ("a <b and c", []),
    "an event handler": ('<img src=x onerror="x()">', [(0, "img")]),
    "inside a list": ("- one\n- two <b>\n  three <i>", [(1, "b"), (2, "i")]),
    "inside a table": ("| a | b |\n|---|---|\n| <b> | <i> |", [(2, "b"), (2, "i")]),
    "inside a quote": ("> one\n> <b>", [(1, "b")]),
}


@pytest.mark.parametrize("story", CASES)
def test_dropped(story: str) -> None:
    markdown, expected = CASES[story]
    assert list(dropped_html(markdown)) == expected
