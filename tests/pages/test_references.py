"""What is a reference in Markdown text, and what only looks like one."""

from __future__ import annotations

import pytest
from handbook.pages.references import references, replaced

CASES = {
    "see [[R-7]] now": ["R-7"],
    "[[apollo/M-2|go-live]], [[ @ana ]]": ["apollo/M-2", "@ana"],
    "`[[R-7]]` and ``a ` [[R-7]]``": [],
    "a single ` does not hide [[R-7]]": ["R-7"],
    "one ` here\n\nand one ` there [[R-7]]": ["R-7"],
    "one ` here [[R-8]]\nand one ` there [[R-7]]": ["R-7"],
    "```\n[[R-7]]\n```\n[[R-8]]": ["R-8"],
    "~~~ yaml\n[[R-7]]\n```\n[[R-8]]\n~~~": [],
    "- item\n\n    ```\n    [[R-7]]\n    ```\n\n    [[R-8]]": ["R-8"],
    "text\n\n    [[R-7]] is code": [],
    "- item\n\n    [[R-7]] is text of the item": ["R-7"],
    '!!! note "Title"\n\n    [[R-7]]': ["R-7"],
    "<!-- [[R-7]] --> [[R-8]]": ["R-8"],
    "<!-- never closed [[R-7]]": [],
    r"\[[R-7]] and [[[R-7]]] and [[]] and [[R-7": [],
    "[[R-7]\n]": [],
}


@pytest.mark.parametrize(("text", "addresses"), CASES.items())
def test_references(text: str, addresses: list[str]) -> None:
    assert [reference.address for reference in references(text)] == addresses


def test_a_reference_knows_its_words_and_its_place() -> None:
    [first, second] = references("see\n\n  [[R-7]] [[M-1|the end]]")
    assert (first.line, first.column, first.text) == (2, 3, "")
    assert (second.line, second.column, second.text) == (2, 11, "the end")


def test_replacing_leaves_all_else_as_it_is() -> None:
    text = "a [[R-7]] `[[R-7]]` [[no]]\n"
    known = {"R-7": "<risk>"}
    assert replaced(text, lambda one: known.get(one.address)) == "a <risk> `[[R-7]]` [[no]]\n"


@pytest.mark.parametrize("unit", ["`", "[[a]]", "<!--", "[[", "`a ``b ", "- [[a]]\n\n    x\n"])
def test_long_nonsense_is_read_once(unit: str) -> None:
    """A text of a megabyte: whatever takes time that grows with its square would not end."""
    text = "[[a]] " + unit * (1_000_000 // len(unit))
    assert sum(1 for _ in references(text)) >= 1
