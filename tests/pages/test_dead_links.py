"""Links in texts that lead nowhere are told where they stand; those that lead somewhere are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.handbooks import lay, problems
from tests.pages.made import RISKS, reopened

CHARTER = """title: {title}
manager: ana
sponsor: eve
status: {status}
start: 2026-01-05
audience: {audience}
"""


def told(folder: Path, **files: str) -> list[str]:
    root = lay(folder, {name.replace("__", "/"): text for name, text in files.items()})
    found = [problem for problem in problems(root) if problem.code == "TEXT002"]
    return [str(problem).replace("projects/apollo/", "") for problem in found]


def page(folder: Path, text: str, **files: str) -> list[str]:
    return told(folder, **{"apollo__pages__how.md": text, **files})


def test_a_link_in_a_field_is_told_on_its_line(tmp_path: Path) -> None:
    notes = "  notes: |\n    See [one](../people.yml) and [two](two.md),\n    and [two](two.md) again.\n"
    assert told(tmp_path, **{"apollo__risks.yml": RISKS + notes}) == [
        f"risks.yml:{place}: TEXT002 expected a file at 'two.md', found none – "
        "put the file there, or lead elsewhere"
        for place in ("11:40", "12:15")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://example.org/none.md) <https://example.org> [x](mailto:ana@example.org)",
        "`[x](none.md)` and\n\n```\n[x](none.md)\n```\n<!-- [x](none.md) -->",
        "[x](../plan.yml) ![x](<how.md>) [x](.) [x](..) [x](../plan.yml?raw#L3) [x](how%2Emd)",
        "[x](/rooted/at/the/site) [x](//example.org/none.md)",
        "[^1]: See elsewhere.\n[Note]: this is no definition of a link\n\\](none.md)",
        "- [ ] (none.md)\n- [x] [[M-1]]",
        "# One\n\n## Two words\n\n[x](#two-words) [x](how.md#two-words)\n",
        "# One\n\n[x](#from-a-view)\n\n```handbook\nview: milestones\n```\n",
    ],
)
def test_what_leads_somewhere_or_is_no_link(text: str, tmp_path: Path) -> None:
    assert page(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[x](nowhere.md)", "1:5: TEXT002 expected a file at 'nowhere.md', found none"),
        ("a\n\n![x](img/hall.png)", "3:6: TEXT002 expected a file at 'img/hall.png', found none"),
        ("[x]\n\n[x]: nowhere.md 'Title'", "3:6: TEXT002 expected a file at 'nowhere.md', found none"),
        (
            "[x](../../../../x.md)",
            "1:5: TEXT002 expected a file at '../../../../x.md', found a path out of the handbook",
        ),
        ("[x](../plan.yaml)", "did you mean '../plan.yml'?"),
        (
            "## Two\n[x](#tow)",
            "2:5: TEXT002 expected a heading 'tow' in pages/how.md, found none – did you mean 'two'?",
        ),
    ],
)
def test_what_leads_nowhere(text: str, found: str, tmp_path: Path) -> None:
    [one] = page(tmp_path, text)
    assert found in one


def test_of_many_in_one_text_some_are_told(tmp_path: Path) -> None:
    assert len(page(tmp_path, "[x](none.md) " * 1000)) == 20


def test_a_project_that_has_ended_is_left_alone(tmp_path: Path) -> None:
    charter = CHARTER.format(title="Apollo", status="completed", audience="internal")
    assert page(tmp_path, "[x](none.md)", **{"apollo__project.yml": charter}) == []


def test_nothing_is_told_of_what_a_reader_may_not_see(tmp_path: Path) -> None:
    files = {
        "secret/project.yml": CHARTER.format(title="Secret", status="active", audience="restricted"),
        "apollo/pages/how.md": "[x](../../secret/none.md) [x](../../secret/project.yml) [x](../../secre)",
    }
    root = lay(tmp_path, files)
    for audience, count in (("internal", 1), ("restricted", 2)):
        found = [one for one in reopened(root, audience=audience).problems if one.code == "TEXT002"]
        assert len(found) == count
        assert not any("did you mean" in one.cure for one in found)


def test_placeholders_are_told_once_each_and_not_in_code(tmp_path: Path) -> None:
    root = lay(
        tmp_path, {"apollo/pages/how.md": "TODO: write\n\n`TBD` TODOS tbd\n\nLorem ipsum dolor, TBC.\n"}
    )
    found = [(one.place.line, one.place.column) for one in problems(root) if one.code == "TEXT004"]
    assert found == [(1, 1), (5, 1), (5, 20)]
