"""Whatever a file holds, reading ends with a result and places that exist; other files do not suffer."""

from __future__ import annotations

from handbook.loading.load import load_tree
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loading.soundness import FILES, assert_checked, assert_sound
from tests.loading.test_tree import memory

KEYS = st.sampled_from(
    [
        "title",
        "owner",
        "impact",
        "actions",
        "affects",
        "links",
        "id",
        "from",
        "tasks",
        "M-1",
        "<<",
        "",
        "[]",
        "{a: b}",
        "milestones",
        "audience",
        "? x",
    ]
)
VALUES = st.sampled_from(
    [
        "x",
        "",
        "~",
        "null",
        "[a, b]",
        "{a: b}",
        "- a",
        "|\n   t\n",
        "'q'",
        '"\\u202e"',
        "2026-01-01",
        "3d",
        "*a",
        "&a",
        "!t",
    ]
)
LINES = st.builds(
    lambda indent, key, value: f"{' ' * indent}{key}: {value}", st.sampled_from([0, 2, 4]), KEYS, VALUES
)
TEXTS = st.lists(LINES, max_size=8).map("\n".join)
NAMES = st.sampled_from(FILES)
WRAPPED = st.builds(lambda text, body: f"---\n{text}\n---\n{body}", TEXTS, st.text(max_size=20))
ANYTHING = st.one_of(TEXTS, WRAPPED, st.text(max_size=60)).map(
    lambda text: text.encode(errors="replace")
) | st.binary(max_size=60)


@settings(max_examples=300)
@given(file=NAMES, content=ANYTHING, audience=st.sampled_from([None, "public", "restricted"]))
def test_nothing_is_raised(file: str, content: bytes, audience: str | None) -> None:
    loaded = load_tree(memory(**{f"projects/{file}": content}), audience=audience)
    assert_sound(loaded, f"projects/{file}", content)
    assert_checked(loaded)
    if audience is None and not file.startswith(("people", "handbook.yml")):
        assert {"ana", "tom"} <= {record.id for record in loaded.book.records}
