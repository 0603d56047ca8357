"""JSON Schema of files: valid itself, and of one mind with the reader of records."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from handbook.cli.words import words
from handbook.exchange.schemas.files import file_schemas
from handbook.exchange.schemas.folder import schema_texts
from handbook.loading.layout import survey
from handbook.loading.tree import Disk
from handbook.records.kind import kinds
from jsonschema import Draft202012Validator, ValidationError

SCHEMAS = file_schemas({})


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"].endswith("2020-12/schema")


def test_every_file_and_every_folder_has_a_schema() -> None:
    files = {kind.file.removesuffix(".yml") for kind in kinds().values() if kind.file}
    folders = {f"{kind.name}.record" for kind in kinds().values() if kind.folder}
    assert set(SCHEMAS) == files | folders


def test_every_field_is_described() -> None:
    missing = [
        f"{file}: {name}.{field}"
        for file, schema in SCHEMAS.items()
        for name, definition in schema["$defs"].items()
        for option in definition.get("anyOf", [definition])
        for field, told in option.get("properties", {}).items()
        if not told.get("description")
    ]
    assert missing == []


def _sheets(root: Path) -> list[tuple[str, str]]:
    """The YAML files of a handbook with the names of their schemas."""
    found = []
    for sheet in survey(Disk(root), "projects").sheets:
        if not sheet.is_markdown:
            kind = kinds()[sheet.kinds[0]]
            own = f"{kind.name}.record" if sheet.id and not kind.single else Path(sheet.file).stem
            found.append((sheet.file, own))
    return found


def test_the_sample_portfolio_is_valid(repository: Path) -> None:
    faults = [
        f"{file}: {error.json_path} {error.message}"
        for file, name in _sheets(repository)
        for error in Draft202012Validator(SCHEMAS[name]).iter_errors(
            yaml.load((repository / file).read_text(), yaml.CBaseLoader)
        )
        if not _is_about_text(error)
    ]
    assert faults == []


def _is_about_text(error: ValidationError) -> bool:
    """Whether it is only that the loader of this test takes every scalar as text, as no editor does."""
    if isinstance(error.instance, str):
        return error.instance in {"true", "false"} or error.instance.replace(".", "", 1).isdigit()
    ways: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        ways.setdefault(inner.schema_path[0], []).append(inner)
    return any(all(_is_about_text(inner) for inner in way) for way in ways.values())


def test_known_ids_are_offered_and_others_still_allowed() -> None:
    schema = file_schemas({"person": ("ana", "tom")})["risks"]
    owner = schema["$defs"]["Risk"]["properties"]["owner"]
    assert {"enum": ["ana", "tom"]} in owner["anyOf"]
    valid = Draft202012Validator(schema)
    risk = {"title": "x", "probability": "low", "impact": 3, "status": "identified"}
    assert valid.is_valid({"R-1": {**risk, "owner": "zoe"}})
    assert not valid.is_valid({"R-1": {**risk, "owner": {"name": "zoe"}}})


def test_the_command_writes_what_it_says_and_checks_it(tmp_path: Path, repository: Path) -> None:
    shutil.copytree(repository / "projects", tmp_path / "projects")
    shutil.rmtree(tmp_path / "projects" / ".schema", ignore_errors=True)
    run = CliRunner().invoke
    assert run(words, ["schema", str(tmp_path), "--check"]).exit_code == 1
    assert run(words, ["schema", str(tmp_path)]).exit_code == 0
    assert run(words, ["schema", str(tmp_path), "--check"]).output == ""
    folder = tmp_path / "projects" / ".schema"
    assert {file.name: file.read_text() for file in folder.iterdir()} == schema_texts()
    (folder / "risks.json").write_text("{}")
    assert "risks.json" in run(words, ["schema", str(tmp_path), "--check"]).output


def test_the_line_of_a_file_leads_to_its_schema(tmp_path: Path, repository: Path) -> None:
    shutil.copytree(repository / "projects", tmp_path / "projects")
    run = CliRunner().invoke
    run(words, ["schema", str(tmp_path), "--lines"])
    again = run(words, ["schema", str(tmp_path), "--lines"])
    assert "0 files" in again.output
    for file, name in _sheets(tmp_path):
        first = (tmp_path / file).read_text().splitlines()[0]
        target = (tmp_path / file).parent / first.removeprefix("# yaml-language-server: $schema=")
        assert target.name == f"{name}.json"
        assert json.loads(target.read_text())["$defs"]


def test_the_schemas_beside_the_sample_are_as_the_command_writes_them(repository: Path) -> None:
    folder = repository / "projects" / ".schema"
    assert {file.name: file.read_text() for file in folder.iterdir()} == schema_texts()
    named = [file for file, _ in _sheets(repository) if "$schema=" in (repository / file).read_text()]
    assert named == [file for file, _ in _sheets(repository)]
