"""Reader of PSPLIB `.sm` files: one mode, precedence relations, durations and resources."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.schedule import CONTINUOUS, Activity, Link, Network
from handbook.schedule.levelling import Choice, Job, Levelling, Resource


@dataclass(frozen=True, slots=True)
class Instance:
    """Jobs are numbered from 1; `length` is the MPM-Time, `demands` of a job are in order of `capacities`."""

    name: str
    length: int
    durations: dict[int, int]
    successors: dict[int, tuple[int, ...]]
    demands: dict[int, tuple[int, ...]]
    capacities: tuple[int, ...]

    def network(self) -> Network:
        """The instance with one minute for each of its time units."""
        activities = tuple(Activity(job, self.durations[job]) for job in sorted(self.durations))
        links = tuple(Link(job - 1, after - 1) for job, jobs in self.successors.items() for after in jobs)
        return Network(activities, links, CONTINUOUS)

    def levelling(self) -> Levelling:
        """The instance with its resources; each unit of them is one percent."""
        resources = tuple(Resource(at, CONTINUOUS, units) for at, units in enumerate(self.capacities))
        jobs = {
            job - 1: Job((Choice(tuple(enumerate(units)), self.durations[job]),))
            for job, units in self.demands.items()
            if any(units)
        }
        return Levelling(self.network(), 0, None, resources, jobs)


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
        {row[0]: tuple(row[3:]) for row in _rows(text, "REQUESTS/DURATIONS")},
        tuple(_rows(text, "RESOURCEAVAILABILITIES")[0]),
    )


def _rows(text: str, title: str) -> list[list[int]]:
    """The lines of a section that hold nothing but numbers."""
    section = text.split(f"{title}:", 1)[1].split("***", 1)[0]
    numbers = re.compile(r"[\d\s]*\d[\d\s]*")
    return [[int(word) for word in line.split()] for line in section.splitlines() if numbers.fullmatch(line)]
