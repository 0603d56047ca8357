"""Registers for other programs: whole, readable by them, and harmless."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from handbook.api import load
from handbook.cli.words import words
from handbook.exchange.export import export
from handbook.exchange.neutral import neutral, plain
from handbook.exchange.register import register
from handbook.exchange.written import Plain, written
from handbook.loading.validate import validated
from handbook.records.book import Book
from handbook.records.kind import kinds
from handbook.records.kinds.risk import Risk
from handbook.records.record import Record
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from tests.books import book as small
from tests.views.hostile import PAYLOADS, hostile

REPOSITORY = Path(__file__).parent.parent.parent
ROOTS = (REPOSITORY, REPOSITORY / "tests" / "views" / "portfolio")
SIGNS = "=+-@\t\r\n|%＝＋－＠"  # noqa: RUF001
FORMULAS = ["=cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "+1", "%0A=1"]
ONE_RISK = "apollo: {risks: {R-1: {owner: ana, probability: 1, impact: 1, status: closed}}}"


@pytest.fixture(scope="module", params=ROOTS, ids=lambda root: root.name)
def book(request: pytest.FixtureRequest) -> Book:
    return load(request.param).book


def _texts(value: Plain) -> object:
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    return [_texts(item) for item in value] if isinstance(value, list) else str(value)


def _reads_back(record: Record, fields: dict[str, Plain]) -> bool:
    system = {"id": record.id, "project": record.project, "parent": record.parent, "origin": record.origin}
    again, faults = validated(type(record), _texts(fields), system)
    assert faults == [], (record.address, faults)
    return again == record


def test_what_is_written_reads_back_as_the_same_record(book: Book) -> None:
    assert [record.address for record in book.records if not _reads_back(record, written(record))] == []


def test_a_cell_reads_back_as_what_is_written(book: Book) -> None:
    for kind in kinds().values():
        for row in register(book, kind).rows:
            for column, value in row.fields.items():
                text = row.cell(column)
                if isinstance(value, dict) or (isinstance(value, list) and text.startswith("[")):
                    assert yaml.load(text, yaml.BaseLoader) == _texts(value), (row.record.address, column)
                elif isinstance(value, list):
                    assert text.split("; ") == [str(item) for item in value]


def test_csv_holds_every_record(book: Book) -> None:
    files = export(book, [".csv"])
    for kind in kinds().values():
        table = register(book, kind)
        if table.rows and kind.name != "settings":
            text = files[f"{table.name}.csv"].decode("utf-8-sig")
            found = list(csv.DictReader(io.StringIO(text, newline="")))
            assert [row["id"] for row in found] == [row.record.id for row in table.rows]
            assert set(found[0]) == set(table.columns)


def test_json_follows_its_schema(book: Book) -> None:
    files = export(book, [".json"])
    content, schema = json.loads(files["handbook.json"]), json.loads(files["handbook.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert [error.json_path for error in Draft202012Validator(schema).iter_errors(content)] == []
    told = [record for record in book.records if record.kind != "settings" and not record.withheld]
    assert sum(map(len, content["records"].values())) == len(told)


def test_a_workbook_holds_dates_numbers_truths_and_text(book: Book) -> None:
    opened = load_workbook(io.BytesIO(export(book, [".xlsx"])["handbook.xlsx"]))
    risks = opened["risks"]
    head = [cell.value for cell in risks[1]]
    assert head[:3] == ["project", "id", "title"]
    assert any(risks.cell(row, head.index("raised") + 1).is_date for row in range(2, risks.max_row + 1))
    types = {cell.data_type for sheet in opened for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "n", "d", "b"}


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json"])
def test_the_same_records_give_the_same_bytes(ending: str, book: Book) -> None:
    assert export(book, [ending]) == export(book, [ending])


@given(st.one_of(st.text(), st.builds(lambda a, b: a + b, st.sampled_from(SIGNS + " '"), st.text())))
def test_no_cell_is_a_formula_and_none_is_lost(text: str) -> None:
    cell = neutral(text)
    assert not cell.lstrip(" ").startswith(tuple(SIGNS))
    assert plain(cell) == text


@pytest.mark.parametrize("payload", [*PAYLOADS.values(), *FORMULAS])
def test_hostile_text_stays_text(payload: str) -> None:
    files = export(hostile(small(ONE_RISK), payload), [".csv", ".xlsx", ".json"], [kinds()["risk"]])
    rows = csv.DictReader(io.StringIO(files["risks.csv"].decode("utf-8-sig"), newline=""))
    assert plain(next(rows)["cause"]) == payload
    sheet = load_workbook(io.BytesIO(files["handbook.xlsx"]))["risks"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert payload in {cell.value for cell in cells}
    assert json.loads(files["handbook.json"])["records"]["risk"][0]["fields"]["cause"] == payload


def test_what_an_audience_may_not_read_is_in_no_file() -> None:
    public = load(REPOSITORY, audience="public").book
    everything = load(REPOSITORY).book
    hidden = {record.title for record in everything.of(Risk)} - {record.title for record in public.of(Risk)}
    assert hidden
    for content in export(public, [".csv", ".json"]).values():
        assert not any(title.encode() in content for title in hidden)


def test_the_command_writes_a_file_or_a_folder(tmp_path: Path) -> None:
    run = CliRunner().invoke
    one = run(words, ["export", str(tmp_path / "risks.csv"), str(REPOSITORY), "--kind", "risk"])
    assert one.exit_code == 0, one.output
    assert (tmp_path / "risks.csv").read_bytes().startswith(b"\xef\xbb\xbfproject,id,title")
    every = run(words, ["export", str(tmp_path / "all"), str(REPOSITORY)])
    names = {file.name for file in (tmp_path / "all").iterdir()}
    assert every.exit_code == 0
    assert {"risks.csv", "handbook.xlsx", "handbook.json", "handbook.schema.json"} <= names
    single = run(
        words, ["export", str(tmp_path / "x.json"), str(REPOSITORY), "--project", "billing-platform"]
    )
    assert single.exit_code == 0
    content = json.loads((tmp_path / "x.json").read_text())
    assert {row["project"] for row in content["records"]["risk"]} == {"billing-platform"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x.csv"], "a .csv file holds one kind"),
        (["x", "--kind", "rsik"], "did you mean 'risk'?"),
        (["x", "--project", "billing-platfrom"], "did you mean 'billing-platform'?"),
    ],
)
def test_a_wrong_wish_is_told(arguments: list[str], said: str, tmp_path: Path) -> None:
    out, *rest = arguments
    done = CliRunner().invoke(words, ["export", str(tmp_path / out), str(REPOSITORY), *rest])
    assert done.exit_code == 2
    assert said in done.output
    assert list(tmp_path.iterdir()) == []
