"""There and back: a file through records is the same plan, and so are records through a file."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from handbook.api import Book, load, plan
from handbook.exchange.plans.mspdi.reading import read_mspdi
from handbook.exchange.written import written
from handbook.records.kinds.milestone import Milestone
from handbook.records.kinds.task import Task
from handbook.records.record import Record

from tests.exchange.plans.facts import facts
from tests.exchange.plans.imports import exported, imported

REPOSITORY = Path(__file__).parents[3]
FILES = (
    "generated__task-links__task-links-project2019-mspdi",
    "mpp14baseline",
    "mspdirelations",
    "slack9",
)
# Facts of a file that do not come back, and why.
NOT_BACK = {
    ("slack9", "currency"): "the file names none; what is written names the handbook's",
}
ORGANISATION = ("handbook.yml", "people.yml", "teams.yml", "roles.yml", "calendars.yml")
PROJECTS = ("billing-platform", "cpython-3.14", "cpython-3.15", "data-centre-exit")
# Fields of tasks and milestones that no schedule of another program has; the export tells them.
LEFT = {
    *("skills", "one_of", "deliverable", "done_when", "description", "tags", "audience", "reviewed"),
    *("measure", "criteria", "gate", "split"),
}
# (project, id) -> what is another after the way through a file, and why.
CHANGED: dict[tuple[str, str], tuple[set[str], str]] = {
    ("billing-platform", "build.ledger"): (
        {"remaining"},
        "what remains is what its progress leaves, so that the record need not say it",
    ),
    ("billing-platform", "test.reconcile"): (
        {"after", "constraint"},
        "a wait for another project is written as the date until which it lasts",
    ),
    ("cpython-3.15", "final"): ({"expected"}, "it waits for something, so that its forecast is computed"),
    ("data-centre-exit", "M-5"): ({"links"}, "the type of a link"),
    ("data-centre-exit", "M-8"): ({"links"}, "a link to a record"),
    ("data-centre-exit", "readiness.sample"): ({"links"}, "a link to a record"),
    ("data-centre-exit", "wave1.finance"): ({"links"}, "a link to a record"),
    ("data-centre-exit", "wave1.tickets"): ({"assigned"}, "one of several is written as who is assumed"),
    ("data-centre-exit", "wave1.printing"): ({"constraint"}, "as soon as possible is no constraint"),
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_through_records(realdata: Path, tmp_path: Path, file: str) -> None:
    source = realdata / "msproject" / f"{file}.mspdi.xml"
    assert imported(source, tmp_path, "--project", "x").exit_code == 0
    done = exported(tmp_path / "back.xml", tmp_path, "x", "--status-date", "2006-01-01")
    assert done.exit_code == 0, done.output
    before = facts(read_mspdi(source.read_bytes()))
    after = facts(read_mspdi((tmp_path / "back.xml").read_bytes()))
    different = {name for name, fact in before.items() if after[name] != fact}
    assert different == {name for one, name in NOT_BACK if one == file}


@pytest.fixture(scope="module")
def there_and_back(tmp_path_factory: pytest.TempPathFactory) -> tuple[Book, Book]:
    """The sample portfolio, not levelled, and what comes of it through files into an empty one."""
    sample = tmp_path_factory.mktemp("there")
    shutil.copytree(
        REPOSITORY / "projects", sample / "projects", ignore=shutil.ignore_patterns("levelled.yml")
    )
    root = tmp_path_factory.mktemp("back")
    (root / "projects").mkdir()
    for name in ORGANISATION:
        shutil.copy(REPOSITORY / "projects" / name, root / "projects" / name)
    for project in reversed(PROJECTS):
        file = root / f"{project}.xml"
        done = exported(file, sample, project)
        assert done.exit_code == 0, done.output
        done = imported(file, root, "--project", project)
        assert done.exit_code == 0, done.output
    return load(sample).book, load(root).book


@pytest.mark.parametrize("project", PROJECTS)
def test_records_through_a_file(there_and_back: tuple[Book, Book], project: str) -> None:
    before, after = there_and_back
    for model in (Task, Milestone):
        old = {record.id: kept(record) for record in before.of(model, project)}
        new = {record.id: kept(record) for record in after.of(model, project)}
        assert new.keys() == old.keys()
        different = {
            (project, id_): {
                name for name in fields.keys() | new[id_].keys() if fields.get(name) != new[id_].get(name)
            }
            for id_, fields in old.items()
        }
        expected = {key: names for key, (names, _) in CHANGED.items() if key[0] == project and key[1] in old}
        assert {key: names for key, names in different.items() if names} == expected
    assert dates(after, project) == dates(before, project)


def dates(book: Book, project: str) -> dict[str, tuple[Any, ...]]:
    return {
        entry.record.address: (entry.start, entry.finish, entry.total_float, entry.critical, entry.progress)
        for entry in plan(book, project)
    }


def kept(record: Record) -> dict[str, Any]:
    """The fields of a record that a file has; of an estimate, what the plan counts with."""
    fields = {name: value for name, value in written(record).items() if name not in LEFT | {"known_as"}}
    estimate = fields.pop("estimate", {})
    return {"duration": estimate["likely"], **fields} if isinstance(estimate, dict) and estimate else fields
