"""The manual names what there is, and nothing that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
from handbook.analysis.what_if.words import verbs
from handbook.api import Book, Limits, Place, load, rules
from handbook.checks.own.facts import FACTS
from handbook.checks.own.names import AROUND
from handbook.checks.own.wording import FUNCTIONS
from handbook.cli.words import words as main
from handbook.loading.history import EVENTS, MEANINGLESS
from handbook.mkdocs_plugins.pages import PagesConfig
from handbook.mkdocs_plugins.records import RecordsConfig
from handbook.pages import templates
from handbook.pages.fences import Fence
from handbook.pages.reader import Reader
from handbook.pages.reference.reference import reference
from handbook.records.kind import Kind, Nest, kinds
from handbook.records.kinds.settings import OwnRule
from handbook.views.view import views
from pydantic import BaseModel

from tests.docs.pages import MANUAL, PAGES, REPOSITORY, examples, rows, sections, words

BASE = (MANUAL / "records.md", MANUAL / "duties.md")
KINDS = kinds()
REFERENCE = MANUAL / "reference"
REFERENCED = {page.path for pages in reference().values() for page in pages}
WRITTEN = [*PAGES, REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md"]
VIEWS = MANUAL / "views.md"


@pytest.fixture(scope="module")
def sample() -> Book:
    return load(REPOSITORY).book


def test_every_kind_stands_in_the_project_that_is_kept_in_full() -> None:
    written = " ".join(example.text for page in BASE for example in examples(page))
    files = {example.title for page in BASE for example in examples(page)}
    missing = [
        kind.name
        for kind in KINDS.values()
        if not any(_holds(kind, file) for file in files)
        and not any(f"{nest.key}:" in written for nest in _nests(kind))
    ]
    assert missing == []


def test_every_view_has_its_section_and_there_is_no_other() -> None:
    assert set(sections(VIEWS)) == set(views())


@pytest.mark.parametrize("name", views())
def test_the_table_of_a_view_has_its_options_and_no_other(name: str) -> None:
    fields = {info.alias or field: info for field, info in views()[name].options.model_fields.items()}
    told = rows(sections(VIEWS)[name])
    assert set(told) == set(fields) - {"project"}
    assert {field for field, row in told.items() if row.startswith(f"| `{field}` \\*")} == {
        field for field, info in fields.items() if info.is_required()
    }
    for field, row in told.items():
        assert set(_inside(fields[field].annotation)) <= words(row), field


@pytest.mark.parametrize("name", views())
def test_the_example_of_a_view_is_one(name: str, sample: Book) -> None:
    told = [example.text for example in examples(VIEWS) if example.section == name]
    assert told
    reader = Reader(sample)
    shown = [reader.fence(Fence("handbook", text, "", 0, 0), Place("views.md")) for text in told]
    assert [str(problem) for problem in reader.problems] == []
    assert {one.view.name for one in shown if one} == {name}


def test_every_family_of_rules_is_named() -> None:
    assert set(rows(sections(MANUAL / "checks.md")["Families"])) == {rule.family for rule in rules()}


def test_fields_that_no_review_looks_at_are_told() -> None:
    assert words(sections(MANUAL / "checks.md")["Reviews"]) >= MEANINGLESS | EVENTS


def test_names_of_own_rules_are_told() -> None:
    told = sections(MANUAL / "checks.md")["Own rules"]
    assert set(AROUND) <= set(rows(told))
    facts = {kind: {name: fact.meaning for name, fact in found.items()} for kind, found in FACTS.items()}
    table = re.findall(r"^\| ([a-z, ]+) \| `(\w+)` \| (.+) \|$", told, re.MULTILINE)
    listed: dict[str, dict[str, str]] = {}
    for named, name, meaning in table:
        for kind in named.split(", "):
            listed.setdefault(kind, {})[name] = meaning
    assert listed == facts
    assert set(FUNCTIONS) <= words(told)
    assert set(OwnRule.model_fields) <= set(rows(told))


def test_every_word_of_the_command_has_its_section_with_its_options() -> None:
    told = sections(MANUAL / "commands.md")
    context = click.Context(main)
    assert isinstance(main, click.Group)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        options = {option for one in command.params for option in one.opts if option.startswith("--")}
        assert set(rows(told[f"handbook {name}"])) - {"ROOT", "CODE"} >= options


def test_every_change_of_what_if_is_told() -> None:
    told = re.findall(r"^\| `([^`]+)` \| (.+) \|$", sections(MANUAL / "why.md")["Changes"], re.MULTILINE)
    forms = [(verb.form, verb.meaning) for verb in verbs().values()]
    assert [row for row in told if " " in row[0]] == forms
    operands = {name for form, _ in forms for name in re.findall(r"[A-Z]+", form)}
    assert {name for name, _ in told if " " not in name} == operands


def test_the_front_matter_of_a_template_is_told() -> None:
    assert set(rows(sections(MANUAL / "pages.md")["Templates"])) == set(templates.Front.model_fields)


def test_every_page_of_the_site_is_named() -> None:
    table = (MANUAL / "pages.md").read_text(encoding="utf-8").partition("## ")[0]
    told = {name for row in re.findall(r"^\| ([\w,& ]+) \|", table, re.MULTILINE) for name in row.split(", ")}
    assert told - {"page"} == {template.title for template in templates.ours()} - {""}


def test_the_template_that_is_shown_is_ours() -> None:
    shown = [example.text for example in examples(MANUAL / "pages.md") if example.section == "Templates"]
    ours = resources("handbook.pages") / "templates" / "project" / "milestones.md"
    assert shown[0] == ours.read_text(encoding="utf-8")


def test_options_of_the_plugins_are_told() -> None:
    options = {name for config in (RecordsConfig, PagesConfig) for name, _ in config._schema}
    assert set(rows(sections(MANUAL / "start.md")["In a site you have"])) == options


def test_bounds_of_reading_are_told() -> None:
    assert set(rows(sections(MANUAL / "audiences.md")["Bounds"])) == set(Limits.__dataclass_fields__)


def test_links_of_the_manual_lead_somewhere() -> None:
    dead = [
        f"{page.name}: {target}"
        for page in WRITTEN
        for target in _targets(page.read_text(encoding="utf-8"))
        if not _leads(page, target)
    ]
    assert dead == []


def _targets(text: str) -> list[str]:
    without_code = re.sub(r"^(`{3,}).*?^\1 *$|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)
    found = re.findall(r"\]\(([^)\s]+)\)", without_code)
    return [target for target in found if "://" not in target]


def _leads(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if file.is_relative_to(REFERENCE):
        return not anchor and str(file.relative_to(REFERENCE)) in REFERENCED
    if not anchor or not file.is_file():
        return file.exists()
    heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {_slug(head) for head in heads}


def _slug(head: str) -> str:
    """The anchor of a heading, as Python-Markdown makes it."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower())


def _holds(kind: Kind, file: str) -> bool:
    return bool(kind.file and file.endswith(f"/{kind.file}")) or bool(
        kind.folder and f"/{kind.folder}/" in file
    )


def _nests(kind: Kind) -> list[Nest]:
    return [nest for holder in KINDS.values() for nest in holder.nests if nest.kind == kind.name]


def _inside(annotation: Any, around: frozenset[Any] = frozenset()) -> Iterator[str]:
    """Names of fields and choices anywhere inside a type; a model inside itself is not entered again."""
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    elif not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        for part in get_args(annotation):
            yield from _inside(part, around)
    elif annotation not in around:
        for name, info in annotation.model_fields.items():
            yield info.alias or name
            yield from _inside(info.annotation, around | {annotation})
