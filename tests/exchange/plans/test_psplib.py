"""Problems of PSPLIB as projects: their critical paths are as long as their authors say."""

from __future__ import annotations

import tarfile
from datetime import date
from pathlib import Path

import pytest
from handbook.api import load, plan
from handbook.exchange.plans.formats.psplib import read
from handbook.exchange.tables.table import CannotRead
from handbook.records.kinds.task import Task
from handbook.records.kinds.team import Team

from tests.exchange.plans.imports import imported

START = date(2001, 1, 1)


@pytest.mark.parametrize("instance", ["j301_1", "j3025_8", "j3048_10"])
def test_a_job_takes_days_and_a_resource_is_a_team(realdata: Path, tmp_path: Path, instance: str) -> None:
    raw = member(realdata, instance)
    (tmp_path / f"{instance}.sm").write_bytes(raw)
    done = imported(tmp_path / f"{instance}.sm", tmp_path, "--project", "x")
    assert done.exit_code == 0, done.output
    book = load(tmp_path, status_date=START).book
    found = plan(book, "x")
    last = max(entry.finish.date() for entry in found if not entry.is_milestone)
    assert (last - START).days + 1 == mpm_time(raw)
    assert len(found.entries) == 32
    assert {team.id for team in book.of(Team)} == {"r-1", "r-2", "r-3", "r-4"}
    assert sum(bool(task.assigned) for task in book.of(Task)) == 30


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a section 'PRECEDENCE RELATIONS', found none"),
        ("PRECEDENCE RELATIONS:\n1 1 0\n", "expected a section 'REQUESTS/DURATIONS', found none"),
        (
            "PRECEDENCE RELATIONS:\n1 1 0\n***\nREQUESTS/DURATIONS:\n7\n***\nRESOURCEAVAILABILITIES:\n",
            "line 5: expected job, mode, duration and requests, found (7,)",
        ),
    ],
)
def test_a_file_that_is_none(text: str, message: str) -> None:
    with pytest.raises(CannotRead, match="expected") as found:
        read(text.encode())
    assert str(found.value) == message


def test_what_is_not_there_is_told() -> None:
    text = (
        "PRECEDENCE RELATIONS:\n1 1 1 2\n2 1 1 9\n***\n"
        "REQUESTS/DURATIONS:\n1 1 3 1 5\n2 9 1 1\n2 1 2 0 0\n2 1 2 0 0\n***\n"
        "- renewable : 1\nRESOURCEAVAILABILITIES:\n4 3\n***\n"
    )
    found = read(text.encode())
    assert [(note.line, note.text) for note in found.notes if note.line] == [
        (3, "not read: job 9 waits for job 2, and one is not there"),
        (6, "job 1: not read: 5 of resource 2, which is not there"),
        (7, "not read: another mode of the job before"),
        (9, "not read: job 2 – its number is taken"),
    ]


def member(realdata: Path, instance: str) -> bytes:
    with tarfile.open(realdata / "psplib" / "j30.sm.tar.xz") as files:
        name = next(
            one for one in files.getnames() if one.endswith(f"/{instance}.sm") or one == f"{instance}.sm"
        )
        stream = files.extractfile(name)
        assert stream is not None
        return stream.read()


def mpm_time(raw: bytes) -> int:
    lines = raw.decode().splitlines()
    at = next(at for at, line in enumerate(lines) if "MPM-Time" in line)
    return int(lines[at + 1].split()[5])
