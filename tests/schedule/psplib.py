"""Reader of PSPLIB `.sm` files: one mode, precedence relations and durations."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.schedule import CONTINUOUS, Activity, Link, Network


@dataclass(frozen=True, slots=True)
class Instance:
    """Jobs are numbered from 1; `successors` and `durations` are by job, `length` is the file's MPM-Time."""

    name: str
    length: int
    durations: dict[int, int]
    successors: dict[int, tuple[int, ...]]

    def network(self) -> Network:
        """The instance with one minute for each of its time units."""
        activities = tuple(Activity(job, self.durations[job]) for job in sorted(self.durations))
        links = tuple(Link(job - 1, after - 1) for job, jobs in self.successors.items() for after in jobs)
        return Network(activities, links, CONTINUOUS)


def instances(archive: Path) -> Iterator[Instance]:
    """All instances of a `.sm.tar.xz`, in order of their names."""
    with tarfile.open(archive) as files:
        members = [member for member in files if member.isfile() and member.name.endswith(".sm")]
        for member in sorted(members, key=lambda member: member.name):
            stream = files.extractfile(member)
            assert stream is not None
            yield read(Path(member.name).stem, stream.read().decode())


def read(name: str, text: str) -> Instance:
    """An instance from the text of its file."""
    return Instance(
        name,
        _rows(text, "PROJECT INFORMATION")[0][5],
        {row[0]: row[2] for row in _rows(text, "REQUESTS/DURATIONS")},
        {row[0]: tuple(row[3:]) for row in _rows(text, "PRECEDENCE RELATIONS")},
    )


def _rows(text: str, title: str) -> list[list[int]]:
    """The lines of a section that hold nothing but numbers."""
    section = text.split(f"{title}:", 1)[1].split("***", 1)[0]
    numbers = re.compile(r"[\d\s]*\d[\d\s]*")
    return [[int(word) for word in line.split()] for line in section.splitlines() if numbers.fullmatch(line)]
