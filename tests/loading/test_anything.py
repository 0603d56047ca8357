"""Whatever a file holds, reading ends with a result and places that exist; other files do not suffer."""

from __future__ import annotations

from handbook.loading.load import load_tree
from hypothesis import given, settings
from hypothesis import strategies as st

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
FILES = st.sampled_from(
    [
        *("handbook.yml", "people.yml", "calendars.yml", "apollo/project.yml", "apollo/plan.yml"),
        *("apollo/risks.yml", "apollo/raci.yml", "apollo/risks/R-9.md", "apollo/decisions/D-1.yml"),
        *("apollo/reports/2026-01-01.md", "apollo/tasks/a.b.md"),
    ]
)
WRAPPED = st.builds(lambda text, body: f"---\n{text}\n---\n{body}", TEXTS, st.text(max_size=20))
ANYTHING = st.one_of(TEXTS, WRAPPED, st.text(max_size=60)).map(
    lambda text: text.encode(errors="replace")
) | st.binary(max_size=60)


@settings(max_examples=300)
@given(file=FILES, content=ANYTHING, audience=st.sampled_from([None, "public", "restricted"]))
def test_nothing_is_raised(file: str, content: bytes, audience: str | None) -> None:
    loaded = load_tree(memory(**{f"projects/{file}": content}), audience=audience)
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for problem in loaded.problems:
        assert problem.place.line <= lines or problem.place.file != f"projects/{file}"
        assert problem.message.isprintable()
        assert problem.cure.isprintable()
    for record in loaded.book.records:
        assert record.place("title", "nothing", 7).line >= 1
    if audience is None and file not in ("people.yml", "handbook.yml"):
        assert {"ana", "tom"} <= {record.id for record in loaded.book.records}
