"""New records: the next id, likely values, the right file, and nothing that reading minds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.checks.run import run
from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.ids import next_id
from handbook.exchange.editing.saving import save
from handbook.exchange.starting.start import Started, Wanted, start
from handbook.loading.load import load
from handbook.loading.tree import Disk
from handbook.records.kind import kinds

from tests.checks.handbooks import STATUS_DATE, lay, problems

GIVEN = {
    "calendar": {"id": "oslo"},
    "criterion": {"id": "load", "parent": "G-1"},
    "deliverable": {"id": "manual"},
    "person": {"id": "zoe"},
    "project": {"project": "gemini", "owner": "ana"},
    "raci": {"id": "build"},
    "role": {"id": "tester"},
    "task": {"id": "deploy"},
    "team": {"id": "web"},
    "waiver": {"fields": {"rule": "SCOPE003", "record": "service"}},
}
ASKED = {
    "budget-line": {"COST018"},
    "calendar": {"REF005"},
    "communication": {"STAKE002"},
    "deliverable": {"SCOPE004"},
    "gate": {"QUAL017"},
    "milestone": {"PLAN019"},
    "person": {"REF005"},
    "project": {"SCOPE006", "SCOPE007", "REPORT001"},
    "raci": {"RACI009"},
    "role": {"REF005"},
    "stakeholder": {"STAKE005"},
    "task": {"PLAN005", "PLAN012", "RES001", "SCOPE005"},
    "team": {"REF005"},
    "waiver": {"WAIVER002"},
}
"""What rules ask of a record, by its kind, that nobody can answer but those who write it."""

GATE = {"apollo/quality.yml": "gates:\n  G-1: {title: Ready, approver: eve, criteria: {a: All is well}}\n"}


def started(folder: Path, kind: str, **choices: object) -> Started:
    """A new record, written."""
    wanted = {"project": "" if kinds()[kind].organisation else "apollo", **choices}
    new = start(load(folder, status_date=STATUS_DATE), Disk(folder), Wanted(kind, **wanted))  # type: ignore[arg-type]
    save(folder, [new.change])
    return new


@pytest.mark.parametrize("kind", sorted(set(kinds()) - {"settings", "baseline", "levelled"}))
def test_a_new_record_of_every_kind_is_read_and_only_what_is_to_be_written_is_asked_for(
    kind: str, tmp_path: Path
) -> None:
    lay(tmp_path, GATE)
    before = {(one.code, one.message) for one in problems(tmp_path)}
    new = started(tmp_path, kind, **GIVEN.get(kind, {}))
    loaded = load(tmp_path, status_date=STATUS_DATE)
    assert [one for one in loaded.problems if (one.code, one.message) not in before] == []
    assert loaded.book.get(type(new.record), new.record.id, new.record.project) is not None
    told = {one.code for one in problems(tmp_path) if (one.code, one.message) not in before}
    assert told - {"TEXT004"} <= ASKED.get(kind, set())
    text = (tmp_path / new.change.file).read_text()
    assert ("TEXT004" in told) == ("TODO" in text)
    assert text.endswith("\n")


def test_it_stands_where_its_place_says(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "apollo/risks.yml": "R-7: {title: Seven, owner: ana, probability: low, impact: low, "
            "status: closed}\n"
        },
    )
    place = started(tmp_path, "risk").record.place()
    assert (tmp_path / place.file).read_text().splitlines()[place.line - 1].startswith("R-8:")


@pytest.mark.parametrize(
    ("kind", "register", "known", "used", "found"),
    [
        ("risk", [], [], [], "R-1"),
        ("risk", ["R-1", "R-12", "R-3"], [], [], "R-13"),
        ("risk", ["RISK_007", "RISK_012"], [], [], "RISK_013"),
        ("risk", ["R-2"], ["R-9", "CR-40"], [], "R-10"),
        ("risk", ["R-2"], [], ["R-3", "R-4"], "R-5"),
        ("lesson", [], ["L-3"], [], "LL-1"),
        ("task", ["build", "design"], [], [], None),
        ("task", ["t1", "t2"], [], [], "t3"),
    ],
)
def test_the_next_id(
    kind: str, register: list[str], known: list[str], used: list[str], found: str | None
) -> None:
    assert next_id(kinds()[kind], register, known, used.__contains__) == found


def test_an_id_that_a_broken_file_or_a_reference_knows_is_not_given_again(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "apollo/issues.yml": "I-1: {title: One, blocks: [I-5]}\n",
            "apollo/issues/I-8.md": "---\ntitle: [\n---\n",
        },
    )
    new = start(load(tmp_path, status_date=STATUS_DATE), Disk(tmp_path), Wanted("issue", "apollo"))
    assert new.record.id == "I-9"


def test_the_owner_is_the_one_who_writes_or_else_the_manager(tmp_path: Path) -> None:
    people = "ana: {name: Ana}\ntom: {name: Tom, email: Tom.Beck@example.org}\neve: {name: Eve}\n"
    lay(tmp_path, {"people.yml": people})
    assert started(tmp_path, "issue", email="tom.beck@example.org").record.owner == "tom"
    assert started(tmp_path, "issue", email="nobody@example.org").record.owner == "ana"
    assert started(tmp_path, "issue", owner="eve").record.owner == "eve"


def test_prose_goes_where_the_project_keeps_it(tmp_path: Path) -> None:
    risk = "title: One\nowner: ana\nprobability: low\nimpact: low\nstatus: closed\n"
    lay(tmp_path, {"apollo/risks/R-1.md": f"---\n{risk}---\nText.\n"})
    assert started(tmp_path, "risk").change.file == "projects/apollo/risks/R-2.md"
    assert started(tmp_path, "risk", form="yml").change.file == "projects/apollo/risks.yml"
    assert started(tmp_path, "decision", form="yml").change.file == "projects/apollo/decisions.yml"


def test_a_new_file_names_its_schema_as_those_beside_it_do(tmp_path: Path) -> None:
    line = "# yaml-language-server: $schema=../.schema/plan.json\n"
    plan = (lay(tmp_path, {}) / "projects/apollo/plan.yml").read_text()
    (tmp_path / "projects/apollo/plan.yml").write_text(line + plan)
    text = (tmp_path / started(tmp_path, "issue").change.file).read_text()
    assert text.startswith(
        "# yaml-language-server: $schema=../.schema/issues.json\n# Issues of Apollo.\nI-1:\n"
    )


def test_a_task_goes_into_another(tmp_path: Path) -> None:
    lay(tmp_path, {})
    new = started(tmp_path, "task", id="api", parent="build", fields={"title": "The interface"})
    assert new.record.address == "apollo/plan.build.api"
    assert (
        "    remaining: 16d\n    tasks:\n      api:\n        title: The interface\n"
        in (tmp_path / new.change.file).read_text()
    )


def test_line_ends_and_comments_stay(tmp_path: Path) -> None:
    lay(tmp_path, {})
    file = tmp_path / "projects/apollo/issues.yml"
    file.write_bytes(b"# Issues\r\nI-1: {title:   One}  # odd\r\n")
    started(tmp_path, "issue", fields={"title": "Two"})
    raw = file.read_bytes()
    assert raw.startswith(b"# Issues\r\nI-1: {title:   One}  # odd\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") > 2


@pytest.mark.parametrize(
    ("kind", "choices", "told"),
    [
        ("rsik", {}, "unknown kind 'rsik' – did you mean 'risk'?"),
        ("risk", {"project": "appolo"}, "unknown project 'appolo' – did you mean 'apollo'?"),
        (
            "issue",
            {"fields": {"due": "2026-13-01"}},
            "due: expected a date like 2026-03-31, found '2026-13-01' –",
        ),
        ("issue", {"fields": {"severty": "low"}}, "unknown key 'severty' – did you mean 'severity'?"),
        (
            "issue",
            {"fields": {"severity": "lowish"}},
            "severity: expected 'low', 'medium', 'high' or 'critical'",
        ),
        ("task", {}, "a task is called by a name – add --id"),
        ("task", {"id": "x", "parent": "biuld"}, "unknown task 'biuld' – did you mean 'build'?"),
        ("issue", {"id": "3"}, "expected an id like R-7 or build.api, found '3'"),
        ("milestone", {"id": "build"}, "the id 'build' is taken"),
        ("report", {"id": "2026-02-20"}, "is there already"),
        ("waiver", {}, "the waiver needs 'rule'"),
        ("baseline", {}, "a baseline is written by 'handbook baseline'"),
        ("raci", {"id": "build", "form": "md", "parent": "x"}, "a raci cannot be written"),
    ],
)
def test_what_cannot_be_written_is_refused_in_the_words_of_the_check(
    kind: str, choices: dict[str, object], told: str, tmp_path: Path
) -> None:
    lay(tmp_path, {})
    loaded = load(tmp_path, status_date=STATUS_DATE)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(CannotEdit, match=re.escape(told)):
        start(loaded, Disk(tmp_path), Wanted(kind, **{"project": "apollo", **choices}))  # type: ignore[arg-type]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    lay(tmp_path, {"apollo/issues.yml": "I-1: {title: [\n"})
    with pytest.raises(CannotEdit, match="expected"):
        started(tmp_path, "issue")


def test_the_base_is_clean_once_it_is_written(tmp_path: Path) -> None:
    lay(tmp_path, {})
    words = {"title": "Orders are lost", "type": "defect", "severity": "low"}
    started(tmp_path, "issue", fields=words)
    loaded = load(tmp_path, status_date=STATUS_DATE)
    assert run(loaded, Portfolio(loaded.book)) == ()
