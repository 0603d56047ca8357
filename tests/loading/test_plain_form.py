"""What is read line by line is what libyaml reads; whatever is unclear is left to it."""

from __future__ import annotations

import pytest
from handbook.loading.compose import compose
from handbook.loading.guard import guard
from handbook.loading.layout import Sheet
from handbook.loading.plain_form import plain_records
from handbook.loading.shape import Raw, plain_raws, raws
from hypothesis import given, settings
from hypothesis import strategies as st

SHEET = Sheet("projects/apollo/risks.yml", "apollo", ("risk",))
DEPTH = 32

PLAIN = """\
# risks of the project
R-1:
  title: Rack late, or never
  impact: {time: 3, cost: very high}

  tags: [one, two words]
  actions:
    - text: Call 'them'
      due: 2026-01-01
      owner:
    # later
    - Write
    - text: "a: b # c"
  links:
  - https://example.org/#top
  - {url: a, title: b}
  residual:
    probability: ~
    impact:
      time: '~'
  cause: null
R-2:
R-3:
  title: 12:30
"""


def test_the_plain_form() -> None:
    found = plain_records(PLAIN, DEPTH)
    assert found is not None
    assert [(id_, line) for id_, line, _ in found] == [("R-1", 2), ("R-2", 22), ("R-3", 23)]
    assert _by_lines(PLAIN) == _by_libyaml(PLAIN)


UNCLEAR = {
    "a text of several lines": "R-1:\n  title: one\n    two\n",
    "a text after an empty line": "R-1:\n  title: one\n\n    two\n",
    "a text below its key": "R-1:\n  title:\n    two\n",
    "a block of text": "R-1:\n  title: |\n    one\n",
    "a comment behind a text": "R-1:\n  title: one # two\n",
    "a colon in a text": "R-1:\n  title: one: two\n",
    "a colon at the end of a text": "R-1:\n  title: one:\n",
    "an escape": 'R-1:\n  title: "one\\n"\n',
    "a quote inside quotes": "R-1:\n  title: 'it''s'\n",
    "brackets inside brackets": "R-1:\n  tags: [[one]]\n",
    "brackets over two lines": "R-1:\n  tags: [one,\n    two]\n",
    "a key twice": "R-1:\n  title: one\n  title: two\n",
    "a key twice in braces": "R-1:\n  impact: {time: 1, time: 2}\n",
    "an id twice": "R-1:\n  title: one\nR-1:\n  title: two\n",
    "an anchor": "R-1: &a\n  title: one\n",
    "an alias": "R-1:\n  title: *a\n",
    "a tag": "R-1:\n  title: !t one\n",
    "a merge key": "R-1:\n  <<: {a: b}\n",
    "a tab": "R-1:\n  title:\tone\n",
    "a key with blanks": "R-1:\n  my title: one\n",
    "a key that is a number": "1:\n  title: one\n",
    "a document": "---\nR-1:\n  title: one\n",
    "a text instead of a record": "R-1: one\n",
    "a list instead of a record": "R-1:\n- one\n",
    "a list at the top": "- one\n",
    "less indentation than before": "R-1:\n    title: one\n  owner: two\n",
    "more indentation than before": "R-1:\n  title: one\n   owner: two\n",
    "a list of lists": "R-1:\n  tags:\n    - - one\n",
    "an item of nothing": "R-1:\n  tags:\n    -\n",
    "an item beside a key": "R-1:\n  title: one\n  - two\n",
    "nothing": "",
    "a comment alone": "# one\n",
}


@pytest.mark.parametrize("story", UNCLEAR)
def test_what_is_unclear_is_left_alone(story: str) -> None:
    assert plain_records(UNCLEAR[story], DEPTH) is None


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 5])
def test_nothing_is_read_that_the_guard_refuses(depth: int) -> None:
    text = "R-1:\n  a:\n    b:\n      c: {d: e}\n"
    assert (plain_records(text, depth) is None) == (depth < 5)


# One word in each line, as it may stand behind a key or a hyphen.
WORDS = """
a|null|12:30|a #b|a#b|a: b|b:|~|é|a'b|a, b|x | x|-|- a|a\\|'q'|'q|"q"|"\\n"|'a''b'|[a, b]|[a,b]|[a ]|[]|[a: b]
[null]|[a, null]|{a: b}|{a: b, a: c}|{a:b}|{a: b }|{a: null}|{}|{a: [b]}|&x a|*x|!t a|>|> x|@a|`a|%a|# c|?|\ta
'~'|"a\tb"|a\tb|Null|0123|1.10|a -b|[a -b]|{a: -b}|{a b: c}|[a%]
{a: 1/2}|''|""|'a' |a.|a:b|::|http://a.b/#c|a  b
"""
ANY = st.sampled_from(WORDS.strip().replace("\n", "|").split("|"))
GOOD = st.sampled_from(
    ["a", "a b", "12:30", "'q: #'", "[a, b c]", "{a: b, c: null}", "~", "a's #1", "é", "null"]
)
VALUES = GOOD | GOOD | ANY
NAMES = st.sampled_from([f"k{number}" for number in range(40)])
KEYS = NAMES | st.sampled_from(["d.e", "f-g", "null", "_h", "1", "é", "<<", "a b", "'a'", "? a", "-"])
INDENT = st.sampled_from(["  ", "  ", "    ", "    ", "      "])


def line(form: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(form.format, *parts)


USUAL = line("{}{}: {}", INDENT, NAMES, GOOD) | line("{}- {}", INDENT, GOOD) | line("{}{}:", INDENT, NAMES)
LINES = st.one_of(
    *(USUAL, USUAL, USUAL, line("{}- {}: {}", INDENT, NAMES, GOOD), line("  {}:\n  - {}", NAMES, GOOD)),
    *(line("  {}:\n    {}: {}", NAMES, NAMES, VALUES), line("  {}:\n    - {}: {}", NAMES, NAMES, VALUES)),
    *(line("{}{}: {}", INDENT, KEYS, VALUES), line("{}:\n  {}: {}", NAMES, KEYS, VALUES)),
    *(line("{}{}", INDENT, VALUES), st.sampled_from(["", "---", "...", "\t", "    # c", "# c", "   k: v"])),
)


@settings(max_examples=400)
@given(st.lists(LINES, max_size=5))
def test_both_ways_read_alike(lines: list[str]) -> None:
    text = "R-1:\n" + "\n".join(lines)
    if found := _by_lines(text):
        assert found == _by_libyaml(text)


def _by_lines(text: str) -> list[Raw]:
    return list(plain_raws(SHEET, text, DEPTH))


def _by_libyaml(text: str) -> list[Raw]:
    guard(text, DEPTH)
    flaws: list[object] = []
    found = list(raws(SHEET, compose(text), flaws))  # type: ignore[arg-type]
    assert flaws == []
    return found
