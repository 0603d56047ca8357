"""`handbook check` beside check-jsonschema: `python benchmarks/check_records.py [FILES] [RECORDS] [SEED]`.

Both check the same risks, 400 files with 50 records each unless said otherwise, as whole processes.
check-jsonschema has a schema that says as much as a schema can: types, values, required and unknown keys.
`handbook check` runs all its rules, and reads a charter for each file of risks too.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from handbook.records.kinds.risk import Risk

WORDS = (
    *("supplier", "rack", "cooling", "contract", "network", "migration", "database", "latency", "vendor"),
    *("cutover", "rollback", "staffing", "licence", "audit", "firmware", "storage", "backup", "tenant"),
    *("schedule", "approval", "budget", "power", "delivery", "hardware", "testing", "security"),
)
PEOPLE = 40
STATUS_DATE = "2026-06-01"
SETTINGS = f"title: Many risks\nstatus_date: {STATUS_DATE}\n"
CHARTER = """\
title: Project {number}
manager: p{first}
sponsor: p{second}
status: proposed
start: 2026-07-01
objectives:
  downtime: {{text: Less downtime, measure: hours a month, target: '1'}}
scope:
  in: [moving]
  out: [buying]
deliverables:
  room:
    title: A new room
    owner: p{first}
    acceptance_criteria: [all machines run]
    due: 2026-12-01
"""


class Cost(NamedTuple):
    """What a process took: seconds on the clock and of processors, and its exit code."""

    wall: float
    processor: float
    code: int


def main(files: int = 400, records: int = 50, seed: int = 1) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        risks = write(root, files, records, seed)
        schema = root / "schema.json"
        schema.write_text(json.dumps(_schema()))
        size = sum(file.stat().st_size for file in risks) / 1e6
        print(f"{files * records} risks in {files} files, {size:.1f} MB")
        ours = _timed("handbook", "check", str(root), "--no-cache")
        theirs = _timed("check-jsonschema", "--schemafile", str(schema), *map(str, risks))
    for name, cost in (("handbook check", ours), ("check-jsonschema", theirs)):
        print(f"{name:17} {cost.wall:6.2f} s   processor {cost.processor:6.2f} s   exit {cost.code}")
    wall, processor = ours.wall / theirs.wall, ours.processor / theirs.processor
    print(f"{'ratio':17} {wall:6.3f}     processor {processor:6.3f}")


def write(root: Path, files: int, records: int, seed: int) -> list[Path]:
    """A portfolio without a fault, with one file of risks in each of its projects; the files of risks."""
    chance = Random(seed)
    projects = root / "projects"
    projects.mkdir()
    (projects / "handbook.yml").write_text(SETTINGS)
    (projects / "people.yml").write_text("".join(f"p{at}: {{name: Person {at}}}\n" for at in range(PEOPLE)))
    return [_project(projects / f"project-{number:03}", number, records, chance) for number in range(files)]


def _project(folder: Path, number: int, records: int, chance: Random) -> Path:
    first, second = number % PEOPLE, (number + 1) % PEOPLE
    folder.mkdir()
    (folder / "project.yml").write_text(CHARTER.format(number=number, first=first, second=second))
    risks = folder / "risks.yml"
    risks.write_text("".join(_risk(at, chance) for at in range(1, records + 1)))
    return risks


def _risk(number: int, chance: Random) -> str:
    owner, other = chance.randrange(PEOPLE), chance.randrange(PEOPLE)
    return f"""\
R-{number}:
  title: {_words(chance, 5)}
  category: {chance.choice(("supply", "technology", "people", "process"))}
  cause: {_words(chance, 7)}
  event: {_words(chance, 6)}
  effect: {_words(chance, 6)}
  owner: p{owner}
  probability: {chance.choice(("very-low", "low", "medium", "20%", "3"))}
  impact: {{time: {chance.randint(1, 5)}, cost: {chance.randint(1, 5)}}}
  response: {chance.choice(("reduce", "avoid", "transfer"))}
  status: monitoring
  raised: 2026-0{chance.randint(1, 5)}-1{chance.randint(0, 9)}
  review_by: 2027-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}
  actions:
    - text: {_words(chance, 5)}
      owner: p{other}
      due: 2026-12-1{chance.randint(0, 9)}
"""


def _words(chance: Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()


def _schema() -> dict[str, object]:
    """A file of risks as JSON Schema: any ids, each with a risk."""
    risk = Risk.model_json_schema()
    parts = risk.pop("$defs")
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "type": "object", "additionalProperties": risk, "$defs": parts}


def _timed(command: str, *arguments: str) -> Cost:
    program = Path(sys.executable).with_name(command)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([str(program), *arguments], stdout=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, processor, done.returncode)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
