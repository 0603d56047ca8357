"""Markdown text cut at its headings and its views; sections print themselves."""

from __future__ import annotations

import pytest
from handbook.pages.fences import fences
from handbook.pages.reader import Reader
from handbook.pages.sections import sections
from handbook.pages.template import Section, Shown
from handbook.problems import Place

TEXT = """
Lead with a `#`.

## Timeline {.half .wide}

```handbook
view: timeline
group: owner
```

More.

```python
# no heading
```
### Deeper ##
"""
PRINTED = """Lead with a `#`.
## Timeline .half .wide
[timeline] group=owner
More.

```python
# no heading
```
### Deeper"""


def cut(text: str) -> tuple[tuple[Section, ...], Reader]:
    reader = Reader()
    return sections(text, Place("page.md", 10), reader.fence), reader


def test_a_text_is_cut() -> None:
    found, reader = cut(TEXT)
    assert "\n".join(map(str, found)) == PRINTED
    assert reader.problems == []


def test_parts_know_their_lines() -> None:
    found, _ = cut(TEXT)
    places = [part.place.line for section in found for part in section.parts]
    assert places == [11, 15, 20]


def test_a_fence_that_cannot_be_shown_stays_text() -> None:
    found, reader = cut("```handbook\nview: nothing\n```\n")
    assert str(found[0]) == "```handbook\nview: nothing\n```"
    assert [str(problem.place) for problem in reader.problems] == ["page.md:11:7"]


def test_an_empty_text_has_no_section() -> None:
    assert cut("\n \n")[0] == ()


@pytest.mark.parametrize("mark", ["```", "~~~", "````"])
def test_a_view_may_stand_in_a_list(mark: str) -> None:
    found, _ = cut(f"- item\n\n    {mark}handbook\n    view: timeline\n    {mark}\n")
    assert [part.view.name for part in found[0].parts if isinstance(part, Shown)] == ["timeline"]


def test_a_fence_inside_a_longer_one_is_its_text() -> None:
    text = "````markdown\n```handbook\nview: timeline\n```\n````"
    assert [fence.word for fence in fences(text.split("\n"))] == ["markdown"]


def test_a_fence_that_is_never_closed_ends_with_the_text() -> None:
    [fence] = fences(["```handbook", "view: timeline"])
    assert (fence.first, fence.last, fence.text) == (0, 1, "view: timeline")
