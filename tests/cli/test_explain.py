"""`handbook explain` and the words of the command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from handbook import __version__
from handbook.checks.registry import rules

from tests.checks.handbooks import lay
from tests.cli.conftest import Done

Run = Callable[..., Done]


def test_a_rule_is_explained(handbook: Run) -> None:
    done = handbook("explain", "raci005")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "RACI005 too-many-consulted (warning)",
        "",
        "Many roles are consulted about one thing.",
    ]
    assert "Fails:" in lines
    assert "Passes:" in lines
    assert lines[-1] == "- most: The greatest number of consulted roles in a row. (if not given: 4)"


def test_a_rule_of_the_handbook_here_is_explained(handbook: Run, tmp_path: Path) -> None:
    own = "{ORG001: {on: risk, when: score > 9, message: expected less than {score}, severity: error}}"
    lay(tmp_path, {"handbook.yml": f"rules: {{own: {own.replace('than {score}', 'than 9')}}}"})
    assert handbook("explain", "org001").stdout.splitlines() == [
        "ORG001 org001 (error)",
        "",
        "expected less than 9",
        "",
        "A rule of this handbook. A record of the kind risk is at fault when",
        "",
        "    score > 9",
    ]


def test_all_rules_are_listed(handbook: Run) -> None:
    listed = [line.split()[0] for line in handbook("explain").stdout.splitlines() if line]
    assert listed == [rule.code for rule in rules()]


def test_a_family_is_listed(handbook: Run) -> None:
    lines = handbook("explain", "DECIDE").stdout.splitlines()
    assert lines[0] == "DECIDE001  warning  A decision was to be taken by now and is not"
    assert {line[:6] for line in lines} == {"DECIDE"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("explain", "RISC002"), "unknown rule 'RISC002' – did you mean 'RISK002'?"),
        (("chekc",), "unknown word 'chekc' – did you mean 'check'?"),
        (("zzz",), "unknown word 'zzz' – the words are "),
    ],
)
def test_an_unknown_one_is_told_the_nearest(words: tuple[str, ...], told: str, handbook: Run) -> None:
    done = handbook(*words)
    assert done.returncode == 2
    assert told in done.stderr


def test_the_version(handbook: Run) -> None:
    assert handbook("--version").stdout == f"handbook {__version__}\n"


def test_only_the_word_that_is_asked_for_is_imported() -> None:
    code = (
        "import sys\nfrom handbook.cli.words import words\n"
        "words(['--version'], standalone_mode=False)\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('handbook.', 'pydantic', 'numpy'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = done.stdout.splitlines()[-1].split()
    small = {"handbook.loading", "handbook.loading.uncollected"}
    others = [name for name in imported if not name.startswith(("handbook.cli", "handbook.problems"))]
    assert set(others) <= small
    assert [name for name in imported if name.startswith("handbook.cli.commands.")] == []
