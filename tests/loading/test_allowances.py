"""Comments that allow a fault cover a line, their own or the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.loading.load import load

from tests.loading.handbooks import RISK, written

CASES = {
    "at the end of a line": ("title: x # handbook: allow RISK004 because\n", ["1: allow RISK004 because"]),
    "on a line of its own": ("# handbook: allow RISK004\ntitle: x\n", ["2: allow RISK004"]),
    "before more comments": ("# handbook: allow RISK004\n# more\n\ntitle: x\n", ["4: allow RISK004"]),
    "two for one line": (
        "# handbook: allow RISK004\ntitle: x # handbook: allow A1\n",
        ["2: allow RISK004", "2: allow A1"],
    ),
    "until a day": (
        "a: b # handbook: allow RISK004 until 2027-01-31 x y\n",
        ["1: allow RISK004 until 2027-01-31 x y"],
    ),
    "until no day": ("a: b # handbook: allow RISK004 until May\n", []),
    "a family": ("a: b # handbook: allow RISK\n", ["1: allow RISK"]),
    "without blanks": ("a: b #handbook:allow RISK004\n", []),
    "no comment": ("a: b#handbook: allow RISK004\n", []),
    "nothing after it": ("a: b\n# handbook: allow RISK004\n", ["2: allow RISK004"]),
}


@pytest.mark.parametrize("story", CASES)
def test_allowance(story: str, tmp_path: Path) -> None:
    text, expected = CASES[story]
    loaded = load(written(tmp_path, {"apollo/issues/I-1.yml": text}))
    assert [
        str(found).removeprefix("projects/apollo/issues/I-1.yml:") for found in loaded.allowances
    ] == expected


def test_in_a_body_only_what_markdown_takes_for_a_comment(tmp_path: Path) -> None:
    front = RISK.replace("status: monitoring", "status: monitoring # handbook: allow A1 front")
    body = "# handbook: allow A2 heading\n\nText <!-- handbook: allow A3 body -->\n"
    loaded = load(written(tmp_path, {"apollo/risks/R-1.md": f"---\n{front}---\n{body}"}))
    assert [str(found) for found in loaded.allowances] == [
        "projects/apollo/risks/R-1.md:6: allow A1 front",
        "projects/apollo/risks/R-1.md:10: allow A3 body",
    ]
