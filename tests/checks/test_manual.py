"""Manual pages: a docstring in parts."""

from __future__ import annotations

import pytest
from handbook.checks.manual import File, read_manual

PAGE = """A risk has no owner.

Nobody watches it.

It grows.

Fails:

```yaml title="apollo/risks.yml" encoding="utf-16"
R-1:
  owner: nobody  # RISK001 # REF001
```

```markdown title="apollo/page.md"
Text. <!-- TEXT001 -->
```

Passes:

```yaml title="apollo/risks.yml"
R-1: {owner: ana}  # the one who knows
```
"""


def test_the_parts_of_a_page() -> None:
    page = read_manual(PAGE)
    assert page.summary == "A risk has no owner"
    assert page.why == "Nobody watches it.\n\nIt grows."
    fails, passes = page.examples
    assert (fails.fails, passes.fails) == (True, False)
    assert [file.path for file in fails.files] == ["apollo/risks.yml", "apollo/page.md"]
    assert fails.files[0].attributes == {"encoding": "utf-16"}


def test_marks_are_read_and_not_written() -> None:
    risks, page = read_manual(PAGE).examples[0].files
    assert list(risks.marked()) == [(2, "RISK001"), (2, "REF001")]
    assert risks.unmarked() == "R-1:\n  owner: nobody\n"
    assert list(page.marked()) == [(1, "TEXT001")]
    assert page.unmarked() == "Text.\n"


def test_other_comments_stay() -> None:
    [file] = read_manual(PAGE).examples[1].files
    assert file.unmarked() == "R-1: {owner: ana}  # the one who knows\n"
    assert File("a", "x: 1  # allow RISK001 it").unmarked() == "x: 1  # allow RISK001 it\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A.\n\nFails:\n\n```yaml\nx: 1\n```\n", "expected a file name in the fence"),
        ('A.\n\nFails:\n\n```yaml title="a.yml"\nx: 1\n', "expected ``` after the text of a.yml"),
    ],
)
def test_a_fence_that_cannot_be_read(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_manual(text)
