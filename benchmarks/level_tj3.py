"""Levelling beside TaskJuggler: `python benchmarks/level_tj3.py [tasks=200] [people=20] [seed]`.

Both get the same plan: links from finish to start, one person for each task, Monday to Friday from 9 to 17,
no holidays, priorities. TaskJuggler places hours by its rule; it looks for no optimum.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from handbook.schedule import Activity, Link, Network, WorkingCalendar
from handbook.schedule.instants import instant, moment
from handbook.schedule.levelling import Choice, Job, Levelling, Resource, first_plan, level

OFFICE = WorkingCalendar((((540, 1020),),) * 5 + ((),) * 2)
START = instant(date(2026, 3, 2), 540)


def plan(tasks: int, people: int, seed: int) -> Levelling:
    """Two links a task from up to 30 tasks before, one to ten days each, and a person at random."""
    chance = np.random.default_rng(seed)
    days = chance.integers(1, 11, tasks)
    links: set[tuple[int, int]] = set()
    for task in range(1, tasks):
        links |= {(task - int(back), task) for back in chance.integers(1, min(task, 30) + 1, 2)}
    network = Network(
        tuple(Activity(task, int(days[task]) * 480) for task in range(tasks)),
        tuple(Link(*pair) for pair in sorted(links)),
        OFFICE,
    )
    jobs = {}
    for task in range(tasks):
        person, priority = int(chance.integers(people)), int(chance.integers(1, 1000))
        jobs[task] = Job((Choice(((person, 100),), int(days[task]) * 480),), priority)
    return Levelling(network, START, None, tuple(Resource(one, OFFICE) for one in range(people)), jobs)


def written(problem: Levelling) -> str:
    """The plan in the language of TaskJuggler."""
    lines = [
        'project plan "plan" 2026-03-02-0:00-+0000 +10y { timezone "UTC" timingresolution 60min',
        "  workinghours mon - fri 9:00 - 17:00",
        "  workinghours sat, sun off }",
        *(f'resource r{one.key} "r{one.key}" {{}}' for one in problem.resources),
    ]
    before: dict[int, list[int]] = {}
    for link in problem.network.links:
        before.setdefault(link.succ, []).append(link.pred)
    for at, job in problem.jobs.items():
        (((person, _),), hours) = job.choices[0].demands, job.choices[0].duration // 60
        waits = ", ".join(f"!t{pred}" for pred in before.get(at, ()))
        depends = f"depends {waits}" if waits else "start 2026-03-02"
        lines.append(
            f'task t{at} "t{at}" {{ effort {hours}h allocate r{person} priority {job.priority} {depends} }}'
        )
    lines.append('taskreport "out" { formats csv columns id, end timeformat "%Y-%m-%dT%H:%M" }')
    return "\n".join(lines)


def peer(problem: Levelling) -> tuple[int, float]:
    """The finish that TaskJuggler finds, and the seconds it took."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "plan.tjp").write_text(written(problem), "utf-8")
        before = time.perf_counter()
        subprocess.run(("tj3", "plan.tjp"), cwd=folder, check=True, capture_output=True)
        taken = time.perf_counter() - before
        ends = re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d", (Path(folder) / "out.csv").read_text("utf-8"))
    last = max(ends)
    return instant(date.fromisoformat(last[:10]), int(last[11:13]) * 60 + int(last[14:])), taken


def main(tasks: int = 200, people: int = 20, seed: int = 1) -> None:
    """Print when each finishes, and how long it took."""
    problem = plan(tasks, people, seed)
    before, cpu = time.perf_counter(), time.process_time()
    first = first_plan(problem)
    quick, quick_cpu = time.perf_counter() - before, time.process_time() - cpu
    before = time.perf_counter()
    best = level(problem)
    print(f"first plan {moment(first.project_finish)} in {quick:.2f} s ({quick_cpu:.2f} s of processor)")
    proof = "proven" if best.proven else f"not before {moment(best.bound)}"
    print(f"best plan {moment(best.project_finish)} in {time.perf_counter() - before:.1f} s, {proof}")
    if shutil.which("tj3"):
        finish, taken = peer(problem)
        print(f"tj3 {moment(finish)} in {taken:.1f} s")
    else:
        print("tj3 is not installed")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
