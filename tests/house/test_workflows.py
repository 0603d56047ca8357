"""Workflows are copied by others: they pin what they use, and ask for no more than they need."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parent.parent.parent
STARTER = REPOSITORY / "plugins" / "handbook" / "exchange" / "starter" / "files" / "dot.github" / "workflows"
OURS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
WORKFLOWS = [*OURS, *sorted(STARTER.glob("*.yml"))]
PINNED = re.compile(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.fixture(params=WORKFLOWS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text()


@pytest.fixture
def workflow(text: str) -> dict[Any, Any]:
    loaded = yaml.safe_load(text)
    assert isinstance(loaded, dict)
    return loaded


def test_actions_are_pinned_by_hash(text: str) -> None:
    used = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_writing_is_for_the_one_job_that_publishes(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    asked = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert asked in ({}, {"publish": {"contents": "write"}})


def test_code_that_was_sent_never_meets_a_secret(workflow: dict[Any, Any], text: str) -> None:
    triggers = workflow[True]  # YAML 1.1 reads the key `on` as a truth value
    assert "pull_request_target" not in triggers
    assert "workflow_run" not in triggers
    assert "secrets." not in text


def test_no_value_of_a_pull_request_is_pasted_into_a_script(workflow: dict[Any, Any]) -> None:
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_machines_use_the_words_that_people_use() -> None:
    words = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE))
    scripts = [*OURS, REPOSITORY / ".ci" / "run"]
    used = {word for script in scripts for word in re.findall(r"\bmake ([a-z]+)", script.read_text())}
    assert {"check", "site", "test"} <= used <= words
