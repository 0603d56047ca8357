"""The open rooms test themselves: whatever lies in them is complete, and called what it is."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from handbook import api
from handbook.checks.registry import FOUND_BY_OTHERS, modules, name_of, rule, rules
from handbook.checks.reporting import formats, reporter
from handbook.cli.words import words as main
from handbook.records.kind import kinds
from handbook.records.record import SYSTEM_FIELDS

CODE = re.compile(r"[A-Z]+\d{3}")
EVERY_RULE = pytest.mark.parametrize("code", modules())


def words() -> list[str]:
    return main.list_commands(click.Context(main))


@EVERY_RULE
def test_a_rule_is_called_as_its_file(code: str) -> None:
    found = rule(code)
    family, _, stem = modules()[code].removeprefix("handbook.checks.rules.").partition(".")
    assert CODE.fullmatch(code)
    assert (found.code, found.name) == (code, name_of(code))
    assert family == found.family.lower()
    assert stem == f"{code.lower()}_{found.name.replace('-', '_')}"


@EVERY_RULE
def test_a_rule_has_a_manual_page(code: str) -> None:
    page = rule(code).manual
    assert page.summary
    assert page.summary[0].isupper()
    assert len(page.summary) <= 100
    assert page.why, "why it matters"
    shown = {example.fails for example in page.examples}
    assert shown == {True, False}, "an example that fails and one that passes"
    marks = {mark for example in page.examples for file in example.files for _, mark in file.marked()}
    assert code in marks


@EVERY_RULE
def test_a_rule_searches_unless_others_find_its_faults(code: str) -> None:
    assert (rule(code).check is None) == code.startswith(FOUND_BY_OTHERS)


@EVERY_RULE
def test_a_rule_says_what_its_limits_mean_and_has_its_own(code: str) -> None:
    options = rule(code).options
    if options is not None:
        assert options()
        assert [name for name, field in options.model_fields.items() if not field.description] == []


def test_no_code_and_no_name_stands_twice(repository: Path) -> None:
    files = sorted((repository / "plugins" / "handbook" / "checks" / "rules").glob("*/*_*.py"))
    rule_files = [file.stem for file in files if file.stem != "__init__"]
    assert len(rule_files) == len(modules())
    assert len({one.code for one in rules()}) == len(rules())
    assert len({one.name for one in rules()}) == len(rules())


@pytest.mark.parametrize("format_", formats())
def test_a_reporter_tells_nothing_of_no_problem(format_: str) -> None:
    assert isinstance(reporter(format_)([]), str)


@pytest.mark.parametrize("word", words())
def test_a_word_says_what_it_does(word: str) -> None:
    done = CliRunner().invoke(main, [word, "--help"])
    assert done.exit_code == 0, done.output
    assert re.search(r"\n\n  [A-Z][^.]*\.", done.output)


@pytest.mark.parametrize("name", kinds())
def test_a_kind_says_what_its_fields_mean(name: str) -> None:
    model = kinds()[name].model
    assert model.__doc__
    told = {key: field.description for key, field in model.model_fields.items()}
    assert [key for key, text in told.items() if not text and key not in SYSTEM_FIELDS] == []


def test_the_public_face_is_exact() -> None:
    public = {name for name in vars(api) if not name.startswith("_")}
    assert sorted(api.__all__) == api.__all__
    assert public == {*api.__all__}
    assert [name for name in api.__all__ if not getattr(api, name).__doc__] == []
