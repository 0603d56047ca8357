"""Registers that people have: read as far as they can be, and whatever cannot is told and kept."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.api import load
from handbook.cli.words import words
from handbook.exchange.export import export
from handbook.exchange.importing.columns import columns
from handbook.exchange.importing.days import day_of, order_of
from handbook.exchange.importing.imported import Imported
from handbook.exchange.importing.reading import chosen, found_in, imported
from handbook.exchange.importing.rows import Wish
from handbook.exchange.importing.target import target
from handbook.exchange.tables.table import CannotRead
from handbook.loading.marks import fields
from handbook.records.book import Book
from handbook.records.kind import kinds
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.books import book as small

REPOSITORY = Path(__file__).parent.parent.parent
BOOK = "{people: {ana: {name: Ana Ruiz, email: ana@example.org}, bo: {name: Bo Lee}}, apollo: {}}"
OURS = """\
# Ours.
R-7:
  title: Rain  # wet
  owner: ana
  probability: low
  impact: minor
  status: closed
"""
RISKS = """\
Risk;Likelihood;Impact;Responsible;Next review;Mitigation plan;Status;Colour
Power fails;High;major;Ana Ruiz;03/04/2026;Buy a generator; Monitoring;red
Staff leave;30 %;2;Zoe;31/12/2026;;assessed;
"""


def _read(raw: bytes, ending: str, kind: str, book: Book, **told: object) -> Imported:
    wish = Wish(kinds()[kind], "apollo", told.get("given", {}), told.get("defaults", {}))
    found = found_in(raw, ending)
    return imported(found, chosen(found.tables, wish, ""), wish, book)


def test_a_register_in_other_words() -> None:
    made = _read(RISKS.encode("cp1252"), ".csv", "risk", small(BOOK))
    assert made.records["R-1"] == {
        "title": "Power fails",
        "owner": "ana",
        "probability": "high",
        "impact": "major",
        "actions": ["Buy a generator"],
        "status": "monitoring",
        "review_by": "2026-04-03",
        "notes": "Colour: red",
    }
    assert made.records["R-2"]["notes"] == "Responsible: Zoe"
    assert made.records["R-2"]["probability"] == "30%"
    assert made.lacking == {"owner": 1}
    assert [str(remark.text) for remark in made.remarks] == [
        "Responsible: nobody is called 'Zoe' – kept in 'notes'"
    ]
    assert [column.name for column in made.columns if not column.field] == ["Colour"]


def test_columns_may_be_named_and_left_out() -> None:
    given = {"Colour": "", "Risk": "event", "Likelihood": "probability"}
    made = _read(RISKS.encode(), ".csv", "risk", small(BOOK), given=given, defaults={"title": "A risk"})
    assert made.records["R-1"]["event"] == "Power fails"
    assert made.records["R-1"]["title"] == "A risk"
    assert "notes" not in made.records["R-1"]


@pytest.mark.parametrize("name", sorted(name for name in kinds() if target(kinds()[name], "x")))
def test_what_is_exported_is_imported_as_it_was(name: str) -> None:
    kind = kinds()[name]
    book = load(REPOSITORY / "tests" / "views" / "portfolio").book
    files = export(book, [".csv"], [kind], ["apollo"])
    if not files or kind.wrap:
        pytest.skip("the small portfolio has none, or it is a matrix")
    raw = next(iter(files.values()))
    records = [r for r in book.of(kind.model) if r.project in ("apollo", None)]
    empty = Book(tuple(r for r in book.records if r.kind != name), book.settings, book.status_date)
    wish = Wish(kind, None if kind.organisation else "apollo", {}, {})
    found = found_in(raw, ".csv")
    made = imported(found, found.tables[0], wish, empty)
    assert [remark.text for remark in made.remarks] == []
    assert list(made.records) == [record.id for record in records]
    for record in records:
        again = kind.model.model_validate(
            {**made.records[record.id], "id": record.id, "project": record.project},
            by_alias=True,
            by_name=False,
        )
        assert again == record.model_copy(update={"origin": again.origin, "parent": ""})


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)


@given(rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4))
def test_nothing_is_dropped_in_silence(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["Title", "Likelihood", "Owner", "Mood"], *rows])
    made = _read(text.getvalue().encode(), ".csv", "risk", small(BOOK))
    kept = " ".join(str(record) for record in made.records.values()).casefold()
    for row in rows:
        for cell in row:
            assert all(word in kept for word in _words(cell)), (cell, kept)


def _words(cell: str) -> list[str]:
    plain = "".join(c if c.isalnum() else " " for c in cell)
    return [word.casefold() for word in plain.split() if word.isascii()]


def test_tables_of_pages_have_headings_and_the_rest_is_told() -> None:
    page = b"# Plan\n\nSome words.\n\n## Risks\n\n| Risk | Owner |\n|---|---|\n| **Fire** | [Ana Ruiz](x) |\n"
    made = _read(page, ".md", "risk", small(BOOK))
    assert made.records["R-1"] == {"title": "Fire", "owner": "ana"}
    assert [(remark.line, remark.text) for remark in made.remarks] == [(3, "not read: 'Some words.'")]


def test_a_workbook_has_dates() -> None:
    book = Workbook()
    book.active.append(["Issue", "Deadline", "Severity"])
    book.active.append(["It leaks", date(2026, 5, 4), "HIGH"])
    out = io.BytesIO()
    book.save(out)
    made = _read(out.getvalue(), ".xlsx", "issue", small(BOOK))
    assert made.records["I-1"] == {"title": "It leaks", "severity": "high", "due": "2026-05-04"}


def test_a_matrix_keeps_its_letters() -> None:
    book = small("{roles: {lead: {title: Team lead}}, apollo: {tasks: {build: {title: Build it}}}}")
    page = b"| Work | Team lead | Client |\n|---|---|---|\n| Build it | A / R | i |\n| Test | c | x |\n"
    made = _read(page, ".md", "raci", book)
    assert made.records == {"build": {"lead": "A/R", "client": "I"}, "test": {"lead": "C"}}
    said = " ".join(remark.text for remark in made.remarks)
    assert "no role is called 'Client'" in said
    assert "nothing in the project is called 'Test'" in said
    assert "found 'x'" in said


@pytest.mark.parametrize(
    ("cells", "order", "first"),
    [
        (["30/1/2024", "6/2/2024"], "dmy", date(2024, 1, 30)),
        (["01/30/2024", "02/09/2024"], "mdy", date(2024, 1, 30)),
        (["2024-01-30", "1/2/2024"], None, date(2024, 1, 30)),
        (["30 January 2024"], None, date(2024, 1, 30)),
        (["Jan 30, 2024"], None, date(2024, 1, 30)),
        (["30/1/24", "1/30/24"], None, date(2024, 1, 30)),
        (["5.5.2024"], None, date(2024, 5, 5)),
    ],
)
def test_dates_are_told_apart_by_their_column(cells: list[str], order: str | None, first: date) -> None:
    assert order_of(cells) == order
    assert day_of(cells[0], order_of(cells)) == first


def test_a_date_with_two_meanings_is_told() -> None:
    assert "may be two dates" in str(day_of("01/02/2024", None))
    assert "is no date" in str(day_of("31/31/2024", None))
    assert "is no date" in str(day_of("Every Friday", "dmy"))


def test_each_field_goes_to_one_column() -> None:
    found = columns(["Risk", "Risk title", "Description", "Likelyhood"], fields(kinds()["risk"].model), {})
    assert [column.field for column in found] == ["title", "", "description", "probability"]


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (b"PK\x03\x04 no zip", ".xlsx"),
        (b"", ".csv"),
        (b"no table\n", ".md"),
        (b"x", ".docx"),
        (b"\0\0", ".xlsx"),
    ],
)
def test_what_is_no_table_is_refused(raw: bytes, ending: str) -> None:
    with pytest.raises(CannotRead):
        _read(raw, ending, "risk", small(BOOK))


@given(raw=st.binary(max_size=200), ending=st.sampled_from([".csv", ".md", ".xlsx"]))
def test_whatever_a_file_holds_nothing_else_is_raised(raw: bytes, ending: str) -> None:
    with suppress(CannotRead):
        _read(raw, ending, "risk", small(BOOK))


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    folder = tmp_path / "projects" / "apollo"
    folder.mkdir(parents=True)
    (tmp_path / "projects" / "people.yml").write_text("ana: {name: Ana Ruiz}\n")
    charter = "title: Apollo\nmanager: ana\nsponsor: ana\nstatus: active\nstart: 2026-01-05\n"
    (folder / "project.yml").write_text(charter)
    (folder / "risks.yml").write_text(OURS)
    (tmp_path / "risks.csv").write_text(RISKS)
    return tmp_path


def _run(handbook: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        words, ["import", str(handbook / "risks.csv"), "--root", str(handbook), *arguments]
    )


def test_records_are_added_behind_those_that_are_there(handbook: Path) -> None:
    done = _run(handbook, "--kind", "risk")
    assert done.exit_code == 0, done.output
    text = (handbook / "projects" / "apollo" / "risks.yml").read_text()
    assert text.startswith(OURS)
    assert {"R-7", "R-8"} <= {record.id for record in load(handbook).book.records}
    assert "Likelihood → probability (guessed)" in done.output
    assert "risks.csv:3: Responsible: nobody is called 'Zoe' – kept in 'notes'" in done.output
    assert "1 without 'owner'" in done.output


def test_a_dry_run_writes_nothing(handbook: Path) -> None:
    before = (handbook / "projects" / "apollo" / "risks.yml").read_bytes()
    done = _run(handbook, "--kind", "risk", "--dry-run")
    assert "title: Power fails" in done.output
    assert (handbook / "projects" / "apollo" / "risks.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "rsik"], "did you mean 'risk'?"),
        (["--kind", "report"], "cannot import records of kind 'report'"),
        (["--kind", "risk", "--project", "apolo"], "did you mean 'apollo'?"),
        (["--kind", "risk", "--map", "Colour=catgory"], "did you mean 'category'?"),
        (["--kind", "risk", "--set", "ownr=ana"], "did you mean 'owner'?"),
        (["--kind", "risk", "--map", "Colour"], "expected NAME=VALUE"),
    ],
)
def test_a_wrong_wish_is_told(arguments: list[str], said: str, handbook: Path) -> None:
    done = _run(handbook, *arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_a_charter_a_matrix_and_a_plan_of_a_real_project(realdata: Path, handbook: Path) -> None:
    top = realdata / "algosup7"

    def run(file: str, *arguments: str) -> str:
        done = CliRunner().invoke(words, ["import", str(top / file), "--root", str(handbook), *arguments])
        assert done.exit_code == 0, done.output
        return done.output

    charter = run("projectCharter.md", "--kind", "deliverable")
    assert "projectCharter.md:33: Deadline: 'Every Friday' is no date – kept in 'notes'" in charter
    assert "projectCharter.md:8: not read: 'The objective of this project" in charter
    run("projectCharter.md", "--kind", "milestone")
    run("projectCharter.md", "--kind", "person", "--map", "Image=,Link=")
    run("RACIMatrix.md", "--kind", "raci")
    plan = run("communicationPlan.md", "--kind", "communication", "--set", "owner=ana")
    assert "communicationPlan.md:10: Stakeholders: nobody is called 'Team 7' – kept in 'notes'" in plan
    book = load(handbook).book
    dates = {record.id: str(record.due) for record in book.of(kinds()["deliverable"].model)}
    assert dates["test-plan"] == "2024-02-16"
    assert {str(r.due) for r in book.of(kinds()["milestone"].model)} == {"2024-01-30", "2024-02-06"}
    assert len(book.of(kinds()["person"].model)) == 8
    matrix = {record.id: record.roles for record in book.of(kinds()["raci"].model)}
    assert matrix["code"] == {"technical-leader": ("R",), "software-engineer": ("R", "A")}
