"""Tables that TaskJuggler prints: what waits for what, and what cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from handbook.api import load, plan
from handbook.exchange.plans.formats.taskjuggler import read
from handbook.exchange.plans.model import Span
from handbook.exchange.tables.table import CannotRead
from handbook.records.kinds.task import Task

from tests.exchange.plans.imports import imported

HEAD = '"Id";"Name";"Start";"End";"Duration";"Effort";"Precursors"\n'
PROJECT = '"p";"Project";"2026-01-05 00:00";"2026-01-20 00:00";15.0;0.0;""\n'


def row(id_: str, start: str, end: str, days: float, before: str = "", effort: float = 0.0) -> str:
    return f'"p.{id_}";"  {id_.title()}";"2026-01-{start}";"2026-01-{end}";{days};{effort};"{before}"\n'


def table(*rows: str) -> bytes:
    return (HEAD + PROJECT + "".join(rows)).encode()


def test_the_ends_of_links_and_the_time_between() -> None:
    arrows = {"]->[": "FS", "[->[": "SS", "]->]": "FF", "[->]": "SF"}
    for arrow, kind in arrows.items():
        at = "2026-01-06 00:00"
        found = read(
            table(
                row("a", "05 00:00", "06 00:00", 1.0),
                row("b", "08 00:00", "09 12:00", 1.5, f"A (p.a) {arrow} {at}"),
            )
        )
        (link,) = found.tasks[1].links
        days = 2 if arrow.endswith("[") else 3.5
        assert (link.predecessor, link.kind) == ("p.a", kind)
        assert link.lag == Span(int(days * 1440), "d" if days == 2 else "h")


def test_its_ids_are_the_ids(tmp_path: Path) -> None:
    rows = [
        row("phase", "05 00:00", "09 00:00", 4.0),
        row("phase.one_thing", "05 00:00", "07 00:00", 2.0),
        row("phase.other", "07 00:00", "09 00:00", 2.0, "One (p.phase.one_thing) ]->[ 2026-01-07 00:00"),
    ]
    (tmp_path / "tasks.csv").write_bytes(table(*rows))
    done = imported(tmp_path / "tasks.csv", tmp_path)
    assert done.exit_code == 0, done.output
    book = load(tmp_path, status_date=date(2026, 1, 5)).book
    assert [record.id for record in book.of(Task)] == ["phase", "phase.one_thing", "phase.other"]
    assert plan(book, "project").finish == date(2026, 1, 8)


def test_what_is_not_read_is_told() -> None:
    rows = [
        row("a", "05 00:00", "06 00:00", 1.0),
        row("a", "05 00:00", "06 00:00", 1.0),
        row("b", "soon", "06 00:00", 1.0),
        row("c", "05 00:00", "06 00:00", 1.0, "Gone (p.gone) ]->[ 2026-01-05 00:00"),
        row("d", "05 00:00", "06 00:00", 1.0, effort=3.0),
    ]
    assert [(note.line, note.text) for note in read(table(*rows)).notes] == [
        (4, "not read: the id 'p.a' is taken"),
        (5, "not read: 'B' – expected an id, two dates and a duration in days"),
        (6, "'C': not read: it waits for 'p.gone', which is not there"),
        (7, "'D': not read: an effort of 3 days, whose workers are not told"),
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "expected columns Id, Name, Start, End, Duration between semicolons, found no 'Id'"),
        (b"Id;Name;Start\n", "found no 'End'"),
        (HEAD.encode(), "expected tasks, found none"),
    ],
)
def test_a_table_that_is_none(raw: bytes, message: str) -> None:
    with pytest.raises(CannotRead) as found:
        read(raw)
    assert message in str(found.value)
