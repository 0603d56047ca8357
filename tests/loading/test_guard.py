"""What the guard lets pass cannot hurt the composer, however it is written."""

from __future__ import annotations

import pytest
import yaml
from handbook.loading.compose import compose
from handbook.loading.flaw import Unreadable
from handbook.loading.guard import guard
from hypothesis import given
from hypothesis import strategies as st

DEPTH = 24  # the least at which a text can be proved harmless without reading it

DEEP = {
    "brackets": "[" * 10_000,
    "brackets in lines": "a: [\n" * 10_000,
    "braces": "a: " + "{a: " * 10_000,
    "braces and brackets": "[{a: " * 5_000,
    "hyphens": "- " * 10_000,
    "hyphens below each other": "".join(" " * level + "-\n" for level in range(1_000)),
    "questions": "? " * 10_000,
    "hyphens and questions": "- ? " * 5_000,
    "indentation": "".join(" " * level + "a:\n" for level in range(1_000)),
    "brackets closed in comments": "[ # ]\n" * 10_000,
    "brackets closed in quotes": "[ ']', \n" * 10_000,
    "brackets closed in quotes of two lines": "[ '\n]', \n" * 10_000,
    "brackets behind text that closes": "a]b: [\n" * 10_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused_at_its_place(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        guard(text, DEPTH)
    assert refused.value.flaw.code in {"READ005", "READ002"}
    assert refused.value.flaw.line <= 2 * DEPTH + 2


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a: &x 1", "READ006", 4),
        ("a: [&x 1]", "READ006", 5),
        ("a: *x", "READ006", 4),
        ("{'a':*x}", "READ006", 6),
        ("- *x", "READ006", 3),
        ("a: {<<: x}", "READ006", 5),
        ("a: !!int 1", "READ007", 4),
        ("a: ! 1", "READ007", 4),
        ("a: !x [1]", "READ007", 4),
        ("!x a: 1", "READ007", 1),
    ],
)
def test_marks_are_refused_at_their_place(text: str, code: str, column: int) -> None:
    with pytest.raises(Unreadable) as refused:
        guard(text, 32)
    assert (refused.value.flaw.code, refused.value.flaw.column) == (code, column)


@pytest.mark.parametrize(
    "text", ["a: R&D * ! <<", "a: '&x *y !z'", "a: |\n  & * ! <<\n  <<: &x *y", "a: 'x'\nb: [[1], {c: d}]"]
)
def test_text_is_no_mark(text: str) -> None:
    guard(text, 32)
    assert compose(text) is not None


PIECES = [
    "[",
    "]",
    "{",
    "}",
    "a: ",
    "- ",
    "? ",
    ": ",
    "'",
    '"',
    "#",
    " #",
    ",",
    "|",
    ">",
    "x",
    "a]b: [",
    "&a ",
    "*a",
    "!t ",
    "<<: ",
    "\\",
]


@given(
    lines=st.lists(
        st.builds(
            lambda indent, pieces, times: (" " * indent + "".join(pieces)) * times,
            st.integers(0, 12),
            st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
            st.sampled_from([1, 1, 2, 30]),
        ),
        min_size=1,
        max_size=6,
    ),
    times=st.sampled_from([1, 2, 30]),
)
def test_what_passes_is_shallow_and_unmarked(lines: list[str], times: int) -> None:
    text = "".join(f"{line}\n" for line in lines) * times
    try:
        guard(text, DEPTH)
    except Unreadable:
        return
    depth, marks = _read(text)
    assert depth <= DEPTH
    assert not marks


def _read(text: str) -> tuple[int, list[object]]:
    """How deep a text nests as far as it can be read, and the events in it that bear a mark."""
    level = deepest = 0
    marks: list[object] = []
    try:
        for event in yaml.parse(text, yaml.CSafeLoader):
            level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, level)
            if getattr(event, "anchor", None) or getattr(event, "tag", None):
                marks.append(event)
    except yaml.YAMLError:
        pass
    return deepest, marks
