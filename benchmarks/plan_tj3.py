"""`handbook plan` beside TaskJuggler's `tj3` on the same plan, and the critical path alone as it grows.

`python benchmarks/plan_tj3.py [TASKS] [SEED] [RUNS]`: 1,000 tasks unless said otherwise. Both sides are whole
processes, cold: nothing is remembered. The plan has 40 people, each of whom does one task after the other, so
that no resolving of conflicts over people, which `tj3` always does, plays a part; all starts and finishes are
compared. `tj3` is asked for a table of all tasks as CSV, `handbook` prints its own.
"""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from handbook.loading.load import load
from handbook.planning.plans import Plans
from handbook.schedule import timetable
from handbook.schedule.instants import instant

from benchmarks.plan_cpm import random_plan

BIN = Path(sys.executable).parent
START = date(2026, 3, 2)
PEOPLE = 40
GROUP = 20
HOLIDAYS = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (12, 25), (12, 26))
YEARS = range(2026, 2040)
LEAVE = (date(2026, 7, 6), date(2026, 7, 17))


# As it is installed: an installer compiles what it installs.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Wait(NamedTuple):
    """A task, by number, that another waits for: its finish or its start, and working days in between."""

    task: int
    type: str = "FS"
    lag: int = 0


class Work(NamedTuple):
    """A task: days of effort, who does it, and what it waits for."""

    days: int
    person: int
    waits: tuple[Wait, ...]


class Cost(NamedTuple):
    """Seconds on the clock and of processors."""

    wall: float
    processor: float


def main(tasks: int = 1_000, seed: int = 1, runs: int = 5) -> None:
    with TemporaryDirectory() as folder, TemporaryDirectory() as compiled:
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = compiled
        root = Path(folder)
        work = random_work(tasks, random.Random(seed))
        handbook(root, work)
        finish = Plans(load(root, status_date=START).book)["plan"].finish or START
        (root / "plan.tjp").write_text(taskjuggler(work, finish + timedelta(days=30)))
        plan = (str(BIN / "handbook"), "plan", "plan", str(root))
        peer = ("tj3", "--silent", "--no-color", "--output-dir", str(root), str(root / "plan.tjp"))
        run(plan)  # compiles
        ours, theirs = [], []
        for _ in range(runs):  # in turns, so that other work on the machine slows both
            ours.append(run(plan))
            theirs.append(run(peer))
        print(f"{tasks} tasks, {sum(len(one.waits) for one in work)} links, {PEOPLE} people")
        compare(root, plan)
        for name, costs in (("handbook plan", ours), ("tj3", theirs)):
            print(f"{name:24} {told(costs)}")
        ratio("whole process, at best", best(ours), best(theirs), 1 / 4)
        ratio("whole process, in the middle", middle(ours), middle(theirs), 1 / 4)
        path = critical_path(root)
        print(f"critical path, in process {path * 1000:7.1f} ms of processor")
        ratio("critical path", Cost(path, path), best(theirs), 1 / 50)
        growth(seed)


def random_work(tasks: int, chance: random.Random) -> list[Work]:
    """Each task waits for the last one of its person, and one in two for some other, one in four with a lag.

    A lag counts in the calendar of who waits here, in that of the project there: those with leave have none.
    """
    found: list[Work] = []
    last: dict[int, int] = {}
    for at in range(tasks):
        person = chance.randrange(PEOPLE)
        waits: list[Wait] = []
        if at and chance.random() < 0.5:
            lag = chance.randrange(1, 6) if person % 2 and chance.random() < 0.5 else 0
            waits.append(Wait(max(0, at - chance.randint(1, 100)), chance.choice(("FS", "FS", "SS")), lag))
        waits += [Wait(last[person])] if person in last else []
        once = {one.task: one for one in waits}  # the last one counts: nobody does two things at a time
        found.append(Work(chance.randint(1, 10), person, tuple(once.values())))
        last[person] = at
    return found


def handbook(root: Path, work: Sequence[Work]) -> None:
    """The plan as records."""
    folder = root / "projects" / "plan"
    folder.mkdir(parents=True)
    settings = f"title: Bench\nstatus_date: {START}\nschedule: {{calendar: office}}\n"
    (folder.parent / "handbook.yml").write_text(settings)
    free = "".join(f"    - {year}-{month:02}-{day:02}\n" for year in YEARS for month, day in HOLIDAYS)
    hours = ", ".join(f"{day}: '8:00-12:00, 13:00-17:00'" for day in ("mon", "tue", "wed", "thu", "fri"))
    (folder.parent / "calendars.yml").write_text(f"office:\n  work: {{{hours}}}\n  holidays:\n{free}")
    people = (f"p{n}: {{name: Person {n}{'' if n % 2 else away()}}}\n" for n in range(PEOPLE))
    (folder.parent / "people.yml").write_text("".join(people))
    charter = f"title: Plan\nmanager: p0\nsponsor: p1\nstatus: active\nstart: {START}\n"
    (folder / "project.yml").write_text(charter)
    (folder / "plan.yml").write_text("tasks:\n" + "".join(records(work)))


def away() -> str:
    """The leave of a person, as a record says it."""
    return f", leave: [{{from: {LEAVE[0]}, to: {LEAVE[1]}}}]"


def records(work: Sequence[Work]) -> Iterator[str]:
    for at, one in enumerate(work):
        if at % GROUP == 0:
            yield f"  g{at // GROUP}:\n    title: Part {at // GROUP}\n    tasks:\n"
        waits = ", ".join(f"{name(wait.task)} {link(wait)}".strip() for wait in one.waits)
        after = f", after: [{waits}]" if waits else ""
        does = f"effort: {one.days}d, assigned: {{p{one.person}: 100%}}"
        yield f"      t{at}: {{title: Task {at}, {does}{after}}}\n"


def name(task: int) -> str:
    return f"g{task // GROUP}.t{task}"


def link(wait: Wait) -> str:
    lag = f"+{wait.lag}d" if wait.lag else ""
    return f"{wait.type}{lag}" if lag or wait.type != "FS" else ""


def taskjuggler(work: Sequence[Work], end: date) -> str:
    """The plan as TaskJuggler reads it."""
    free = "".join(
        f'leaves holiday "free" {year}-{month:02}-{day:02}\n'
        for year in range(START.year, end.year + 1)
        for month, day in HOLIDAYS
    )
    leave = f"leaves annual {LEAVE[0]} - {LEAVE[1] + timedelta(days=1)}"
    people = "".join(f'resource p{n} "Person {n}" {{ {"" if n % 2 else leave} }}\n' for n in range(PEOPLE))
    head = f"""project plan "Plan" {START} - {end} {{
  timezone "UTC"
  timeformat "%Y-%m-%d %H:%M"
  now {START}
  dailyworkinghours 8
  workinghours mon - fri 8:00 - 12:00, 13:00 - 17:00
  workinghours sat, sun off
}}
{free}{people}"""
    report = 'taskreport "plan" { formats csv columns id, start, end sorttasks id.up }\n'
    return head + "".join(tasks(work)) + report


def tasks(work: Sequence[Work]) -> Iterator[str]:
    for at, one in enumerate(work):
        if at % GROUP == 0:
            yield f'task g{at // GROUP} "Part {at // GROUP}" {{\n'
        waits = "".join(f" depends {name(wait.task)} {gap(wait)}" for wait in one.waits)
        start = "" if one.waits else f" start {START}"
        yield f'  task t{at} "Task {at}" {{ effort {one.days}d allocate p{one.person}{start}{waits} }}\n'
        if at % GROUP == GROUP - 1 or at == len(work) - 1:
            yield "}\n"


def gap(wait: Wait) -> str:
    words = [*(["onstart"] if wait.type == "SS" else []), *([f"gaplength {wait.lag}d"] if wait.lag else [])]
    return f"{{ {' '.join(words)} }}" if words else ""


def compare(root: Path, command: Sequence[str]) -> None:
    """Stop if a task starts or finishes at another time on one side."""
    done = subprocess.run((*command, "--format", "json"), capture_output=True, check=True)
    ours = {
        entry["address"].partition("/plan.")[2]: (entry["start"], entry["finish"])
        for entry in json.loads(done.stdout)["entries"]
    }
    with (root / "plan.csv").open() as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    theirs = {row["Id"]: (row["Start"].replace(" ", "T"), row["End"].replace(" ", "T")) for row in rows}
    differing = [one for one in ours if ours[one] != theirs[one]]
    print(f"{len(ours) - len(differing)} of {len(ours)} starts and finishes are the same minute")
    for one in differing[:5]:
        print(f"  {one}: {ours[one]} here, {theirs[one]} there")
    assert len(ours) == len(theirs)


def critical_path(root: Path) -> float:
    """Seconds of processor for the dates and floats of the plan, from numbers to numbers; the best of ten."""
    plans = Plans(load(root, status_date=START).book)
    found = plans.settled("plan").timetable
    return least(partial(timetable, found.network, found.project_start, found.status))


def growth(seed: int) -> None:
    """Time for each task in process, as the plan grows."""
    for count in (1_000, 10_000, 100_000):
        network = random_plan(count, seed)
        taken = least(partial(timetable, network, instant(START, 8 * 60)), 3)
        print(f"critical path of {count:7} tasks {taken:8.3f} s, {taken / count * 1e6:5.1f} µs a task")
    for count in (1_000, 10_000):
        with TemporaryDirectory() as folder:
            handbook(Path(folder), random_work(count, random.Random(seed)))
            cost = best([run((str(BIN / "handbook"), "plan", "plan", folder)) for _ in range(3)])
            each = cost.processor / count * 1e6
            print(f"handbook plan of {count:7} tasks {cost.processor:8.3f} s, {each:5.1f} µs a task")


def least(work: Callable[[], object], times: int = 10) -> float:
    """Seconds of processor, the best of several times."""
    taken = []
    for _ in range(times):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return min(taken)


def run(command: Sequence[str]) -> Cost:
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT
    )
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode:
        sys.exit(done.stderr.decode())
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, spent)


def best(costs: Sequence[Cost]) -> Cost:
    return Cost(min(one.wall for one in costs), min(one.processor for one in costs))


def middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(one.wall for one in costs), median(one.processor for one in costs))


def told(costs: Sequence[Cost]) -> str:
    return f"{show(best(costs))} at best, {show(middle(costs))} in the middle"


def show(cost: Cost) -> str:
    return f"{cost.wall:6.2f} s ({cost.processor:5.2f} s of processor)"


def ratio(what: str, ours: Cost, theirs: Cost, target: float) -> None:
    clock, processor = ours.wall / theirs.wall, ours.processor / theirs.processor
    print(f"{what}: {processor:.4f} of tj3's processor time, {clock:.4f} on the clock; target {target:.4f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
