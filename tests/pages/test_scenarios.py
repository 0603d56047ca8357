"""A scenario on a page: changes that cannot be read are problems with file and line."""

from __future__ import annotations

from handbook.pages.reader import Reader
from handbook.pages.sections import sections
from handbook.problems import Place

from tests.books import book

BOOK = """
apollo:
  tasks:
    build: {title: Build, duration: 5d}
    secret: {title: Secret, duration: 5d, withheld: true}
"""

PAGE = """\
# What if

```handbook
view: what-if
changes:
  - delay build 2d
  - dely build 2d
  - delay buidl 2d
  - delay secret 2d
```
"""


def test_a_bad_change_is_a_problem_in_its_place() -> None:
    reader = Reader(book(BOOK), "apollo")
    sections(PAGE, Place("pages/what-if.md", 1), reader.fence)
    found = [f"{one.place.line}:{one.place.column} {one.code} {one.message}" for one in reader.problems]
    assert found == [
        "7:5 PAGE003 unknown change 'dely'",
        "8:5 PAGE003 unknown task or milestone 'buidl'",
    ]
    assert reader.problems[1].cure == "did you mean 'build'?"
