"""The manual names what there is, and nothing that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
from handbook.api import Book, Limits, Place, load, rules
from handbook.cli.words import words as main
from handbook.mkdocs_plugins.pages import PagesConfig
from handbook.mkdocs_plugins.records import RecordsConfig
from handbook.pages import templates
from handbook.pages.fences import Fence
from handbook.pages.reader import Reader
from handbook.records.kind import Kind, kinds
from handbook.records.record import SYSTEM_FIELDS, Link, Record
from handbook.views.view import views
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tests.docs.pages import MANUAL, PAGES, REPOSITORY, examples, rows, sections, words

RECORDS = sections(MANUAL / "records.md")
KINDS = kinds()
WRITTEN = [*PAGES, REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md"]
VIEWS = MANUAL / "views.md"
COMMON = set(Record.model_fields) - SYSTEM_FIELDS


@pytest.fixture(scope="module")
def sample() -> Book:
    return load(REPOSITORY).book


def test_every_kind_has_its_section() -> None:
    assert set(KINDS) <= {title.casefold() for title in RECORDS}


@pytest.mark.parametrize("name", KINDS)
def test_the_table_of_a_kind_has_its_fields_and_no_other(name: str) -> None:
    assert set(rows(_section(name))) == set(_own_fields(KINDS[name])) | {
        nest.key for nest in KINDS[name].nests
    }


@pytest.mark.parametrize("name", KINDS)
def test_the_table_of_a_kind_tells_what_must_be_there(name: str) -> None:
    needed = {field for field, info in _own_fields(KINDS[name]).items() if info.is_required()}
    assert {
        field for field, row in rows(_section(name)).items() if row.startswith(f"| `{field}` \\*")
    } == needed


@pytest.mark.parametrize("name", KINDS)
def test_a_section_names_the_parts_and_choices_of_its_fields(name: str) -> None:
    told = words(_section(name))
    missing = {
        field: sorted(lacking)
        for field, info in _own_fields(KINDS[name]).items()
        if (lacking := set(_inside(info.annotation)) - told)
    }
    assert missing == {}


def test_fields_of_every_record_are_named() -> None:
    common = RECORDS["Fields of every record"]
    assert set(rows(common)) == COMMON
    assert set(Link.model_fields) <= words(common)


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


def test_every_word_of_the_command_has_its_section_with_its_options() -> None:
    told = sections(MANUAL / "commands.md")
    context = click.Context(main)
    assert isinstance(main, click.Group)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        options = {option for one in command.params for option in one.opts if option.startswith("--")}
        assert set(rows(told[f"handbook {name}"])) - {"ROOT", "CODE"} >= options


def test_the_front_matter_of_a_template_is_told() -> None:
    assert set(rows(sections(MANUAL / "pages.md")["Templates"])) == set(templates.Front.model_fields)


def test_every_page_of_the_site_is_named() -> None:
    table = (MANUAL / "pages.md").read_text(encoding="utf-8").partition("## ")[0]
    told = {name for row in re.findall(r"^\| ([\w, ]+) \|", table, re.MULTILINE) for name in row.split(", ")}
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
    if not anchor or not file.is_file():
        return file.exists()
    heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {_slug(head) for head in heads}


def _slug(head: str) -> str:
    """The anchor of a heading, as Python-Markdown makes it."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower())


def _section(kind: str) -> str:
    return next(text for title, text in RECORDS.items() if title.casefold() == kind)


def _own_fields(kind: Kind) -> dict[str, FieldInfo]:
    """The fields that a kind adds, or has of its own, by the name that a file uses."""
    own = kind.model.__annotations__.keys()
    return {
        info.alias or field: info
        for field, info in kind.model.model_fields.items()
        if field in own and field not in SYSTEM_FIELDS
    }


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
