"""Collections of hard input that others keep, and a small one of ours: read, or refused with a problem.

`HANDBOOK_CORPORA` names a folder that holds clones of two public repositories, `yaml/yaml-test-suite` and
`minimaxir/big-list-of-naughty-strings`. Without it only ours is tried.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from handbook.loading.load import load_tree
from handbook.records.kinds.risk import Risk

from tests.loading.soundness import assert_checked, assert_sound, is_read_or_told
from tests.loading.test_tree import memory

CORPORA = Path(os.environ.get("HANDBOOK_CORPORA", "/nonexistent"))
SUITE = CORPORA / "yaml-test-suite" / "src"
NAUGHTY = CORPORA / "big-list-of-naughty-strings" / "blns.json"
RISKS = "projects/apollo/risks.yml"
FILES = (RISKS, "projects/people.yml", "projects/apollo/plan.yml", "projects/apollo/project.yml")

# How the suite shows what cannot be seen: blanks, tabs, line ends, a byte order mark, no line end at the end.
SHOWN = {"␣": " ", "»": "\t", "↵": "", "←": "\r", "⇔": "\ufeff", "∎\n": "", "—": ""}

OURS_YAML = (
    *("", "\n", "# only a comment\n", "---\n", "--- \n...\n", "--- a\n--- b\n", "%YAML 1.2\n---\na: b\n"),
    *("a\n", "- a\n- b\n", "? a\n: b\n", "? [a, b]\n: c\n", "{a: b, c}\n", "[a, b\n", "'a\n", '"\\x41"\n'),
    *("a: &x b\nc: *x\n", "a: !!int 3\n", "<<: {a: b}\n", "a: |\n  b\n c\n", "a: >2\n   b\n", "a:\n\tb: c\n"),
    *("R-1: |\n  text\n", "R-1: []\n", "R-1: ~\n", "R-1:\nR-1:\n", "'': {}\n", "R-1: {title: {a: b}}\n"),
    *("a: 'it''s'\n", 'a: "\\ud800"\n', 'a: "\\0"\n', "\ufeffa: b\n", "a: b\r\nc: d\r", "a: b # c: d\n"),
)
OURS_STRINGS = (
    *("", "undefined", "NULL", "NaN", "-1/2", "1e1000", "0x0", "١٢٣", "999999999999999999999", "true", "No"),
    *(
        "'; DROP TABLE risks; --",
        "<script>alert(1)</script>",
        "${7*7}",
        "{{7*7}}",
        "%s%s%n",
        "../../etc/passwd",
    ),
    *(
        "\u202eevil",
        "a\u0000b",
        "\ufeff",
        "Z̤̝a̫l̨g̸o",
        "👩‍👩‍👧‍👦",
        "ﷺ",
        "\u2028",
        "田中さん",
        "ÅÍÎÏ˝",
        "'",
        '"',
        "`",
    ),
    *("=1+1", "@SUM(1)", "\\u0022", "\t\t", " " * 400, "x" * 400, "\r\n", "[[R-1]]", "🏳0🌈"),
)


def _suite() -> Iterator[pytest.param]:
    for file in sorted(SUITE.glob("*.yaml")) if SUITE.is_dir() else ():
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8"))):
            if "yaml" in case:
                text = case["yaml"]
                for sign, meant in SHOWN.items():
                    text = text.replace(sign, meant)
                yield pytest.param(text, id=f"{file.stem}-{number}")


def _naughty() -> list[str]:
    return json.loads(NAUGHTY.read_text("utf-8")) if NAUGHTY.is_file() else []


@pytest.mark.parametrize("text", [*OURS_YAML, *_suite()])
def test_yaml_is_read_or_refused(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    for file in FILES:
        loaded = load_tree(memory(**{file: content}))
        assert_sound(loaded, file, content)
        assert_checked(loaded)
        assert is_read_or_told(loaded, file) or not text.strip("-.# \n") or _says_nothing(text)


def _says_nothing(text: str) -> bool:
    """Whether a text is YAML without any content: comments, directives, document marks."""
    lines = (line.strip() for line in text.splitlines())
    return all(not line or line[0] in "#%" or line in ("---", "...", "{}", "--- {}") for line in lines)


@pytest.mark.parametrize("text", [*OURS_STRINGS, *_naughty()])
@pytest.mark.parametrize("form", ["quoted", "plain", "block"])
def test_a_naughty_title_is_kept_or_refused(text: str, form: str) -> None:
    written = {
        "quoted": f"  title: {json.dumps(text)}\n",
        "plain": f"  title: {text}\n",
        "block": f"  title: |-\n    {text}\n",
    }[form]
    rest = "  owner: ana\n  probability: low\n  impact: minor\n  status: monitoring\n"
    content = f"R-1:\n{written}{rest}".encode("utf-8", "surrogatepass")
    loaded = load_tree(memory(**{RISKS: content}))
    assert_sound(loaded, RISKS, content)
    told = [problem for problem in loaded.problems if problem.place.file == RISKS]
    risk = loaded.book.get(Risk, "R-1", "apollo")
    assert risk is not None or told
    if form == "quoted" and risk is not None and not told:
        assert risk.title == text.strip()
