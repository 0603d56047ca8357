"""A made-up portfolio of any size: `python benchmarks/portfolio.py FOLDER [projects] [records] [seed]`.

The same arguments give the same files. Of 50 records of a project 20 are tasks in four phases, 6 milestones,
8 risks, 5 issues, 4 decisions and one report, which is a Markdown file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

START = date(2026, 1, 5)
STATUS_DATE = date(2026, 6, 1)
WORK = ("Design", "Build", "Move", "Test", "Document", "Review", "Install", "Train", "Measure", "Retire")
THINGS = (
    "the network",
    "customer data",
    "the interface",
    "billing",
    "the directory",
    "backups",
    "monitoring",
)
PEOPLE = tuple(f"person-{number}" for number in range(1, 41))
ROLES = ("sponsor", "manager", "lead", "tester", "operator")
PHASES = ("prepare", "build", "move", "close")


def portfolio(folder: Path, projects: int = 100, records: int = 50, seed: int = 1) -> None:
    """Write a portfolio into the folder `projects` of `folder`."""
    chance = Random(seed)
    for path, text in _organisation():
        _write(folder / "projects" / path, text)
    for number in range(1, projects + 1):
        for path, text in _project(chance, number, records):
            _write(folder / "projects" / f"project-{number:03}" / path, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _organisation() -> Iterator[tuple[str, str]]:
    yield "handbook.yml", f"title: Made-up portfolio\nstatus_date: {STATUS_DATE}\n"
    people = (
        f"{person}:\n  name: Person {at + 1}\n  team: team-{at % 5 + 1}\n  roles: [{ROLES[at % 5]}]\n"
        for at, person in enumerate(PEOPLE)
    )
    yield "people.yml", "".join(people)
    yield "teams.yml", "".join(f"team-{number}:\n  title: Team {number}\n" for number in range(1, 6))
    roles = (f"{role}:\n  title: {role.title()}\n  holder: {PEOPLE[at]}\n" for at, role in enumerate(ROLES))
    yield "roles.yml", "".join(roles)


def _project(chance: Random, number: int, records: int) -> Iterator[tuple[str, str]]:
    share = records / 50
    work = list(_work(chance, max(1, round(20 * share / len(PHASES)))))
    milestones = max(4, round(6 * share))
    yield "project.yml", _charter(chance, number, work[-1].finish)
    yield "plan.yml", "".join(_plan(chance, work, milestones))
    rows = [*(f"M-{at}" for at in range(1, milestones + 1)), "platform", "manual"]
    yield "raci.yml", "".join(f"{row}: {{{_letters(chance)}}}\n" for row in rows)
    yield "risks.yml", "".join(_risk(chance, at) for at in range(1, max(1, round(8 * share)) + 1))
    yield "issues.yml", "".join(_issue(chance, at) for at in range(1, max(1, round(5 * share)) + 1))
    yield "decisions.yml", "".join(_decision(chance, at) for at in range(1, max(1, round(4 * share)) + 1))
    yield "reports/2026-05-29.md", _report(chance)


class Work(NamedTuple):
    """One task, one after the other."""

    phase: int
    number: int
    days: int
    start: date
    finish: date


def _work(chance: Random, per_phase: int) -> Iterator[Work]:
    start = START
    for phase in range(len(PHASES)):
        for number in range(1, per_phase + 1):
            days = chance.randint(4, 14)
            finish = _later(start, days - 1)
            yield Work(phase, number, days, start, finish)
            start = _later(finish, 1)


def _later(day: date, days: int) -> date:
    """The working day that comes `days` working days after `day`."""
    for _ in range(days):
        day += timedelta(days=3 if day.weekday() == 4 else 1)
    return day


def _charter(chance: Random, number: int, finish: date) -> str:
    manager, sponsor = chance.sample(PEOPLE, 2)
    return f"""title: {chance.choice(WORK)} {chance.choice(THINGS)} {number}
manager: {manager}
sponsor: {sponsor}
status: active
start: {START}
finish: {finish + timedelta(days=30)}
programme: Programme {number % 7 + 1}
purpose: |
  What is there has served its time. It is replaced in four steps, each of which can be used on its own.
objectives:
  replaced: {{text: Replace what is there, measure: share of users moved, target: 100 %}}
scope:
  in: [all offices]
  out: [subsidiaries]
deliverables:
  platform: {{title: Platform, acceptance_criteria: [tests are green], owner: {manager}}}
  manual: {{title: Manual, acceptance_criteria: [read by two users], owner: {sponsor}}}
"""


def _plan(chance: Random, work: list[Work], milestones: int) -> Iterator[str]:
    yield "tasks:\n"
    for task, before in zip(work, (None, *work), strict=False):
        if task.number == 1:
            yield f"  {PHASES[task.phase]}:\n    title: {PHASES[task.phase].title()}\n    tasks:\n"
        yield _task(chance, task, before)
    yield "milestones:\n"
    ends = [max(task.finish for task in work if task.phase == phase) for phase in range(len(PHASES))]
    for at in range(1, milestones + 1):
        phase = (at - 1) % len(PHASES)
        yield f"""  M-{at}:
    title: {chance.choice(THINGS).capitalize()} accepted
    after: [{PHASES[phase]}]
    due: {ends[phase] + timedelta(days=chance.randint(-10, 20))}
    owner: {chance.choice(PEOPLE)}
{f"    reached: {ends[phase]}" if ends[phase] < STATUS_DATE else ""}
"""


def _task(chance: Random, task: Work, before: Work | None) -> str:
    progress = ""
    if task.finish < STATUS_DATE:
        progress = f"        started: {task.start}\n        finished: {task.finish}\n"
    elif task.start < STATUS_DATE:
        progress = f"        started: {task.start}\n        remaining: {chance.randint(1, task.days)}d\n"
    return f"""      t{task.number}:
        title: {chance.choice(WORK)} {chance.choice(THINGS)}
        duration: {task.days}d
        assigned: {{{chance.choice(PEOPLE)}: 50%}}
        deliverable: {chance.choice(("platform", "manual"))}
        after: [{f"{PHASES[before.phase]}.t{before.number}" if before else ""}]
{progress}"""


def _letters(chance: Random) -> str:
    letters = ("A", "R", "C", "I")
    return ", ".join(
        f"{role}: {letter}" for role, letter in zip(chance.sample(ROLES, 4), letters, strict=True)
    )


def _risk(chance: Random, at: int) -> str:
    owner = chance.choice(PEOPLE)
    return f"""R-{at}:
  title: {chance.choice(THINGS).capitalize()} may be late
  category: {chance.choice(("supply", "people", "technology"))}
  cause: The supplier delivers from one factory.
  event: The factory stands still for a week.
  effect: What depends on it starts later.
  owner: {owner}
  probability: {chance.randint(1, 4)}
  impact: {chance.randint(1, 4)}
  response: reduce
  actions:
    - {{text: Ask for a second source, owner: {owner}, due: 2026-09-30}}
  affects: [{chance.choice(PHASES)}]
  status: monitoring
  raised: 2026-02-02
  reviewed: 2026-05-29
  review_by: 2026-12-01
"""


def _issue(chance: Random, at: int) -> str:
    return f"""I-{at}:
  title: {chance.choice(THINGS).capitalize()} cannot be reached from one office
  severity: {chance.choice(("low", "medium", "high"))}
  owner: {chance.choice(PEOPLE)}
  raised: 2026-05-04
  due: 2026-07-31
  blocks: [{chance.choice(PHASES)}]
  status: {chance.choice(("open", "in-progress"))}
"""


def _decision(chance: Random, at: int) -> str:
    return f"""D-{at}:
  title: {chance.choice(WORK)} {chance.choice(THINGS)} in one step
  status: accepted
  date: 2026-03-{at + 1:02}
  deciders: [{chance.choice(PEOPLE)}]
  affects: [M-{(at - 1) % 4 + 1}]
  description: |
    Two ways are open. One is quick and cannot be undone, see [[R-1]]; the other takes a month longer.

    - [[M-1]] can be kept
    - Nobody works on the old system after that day
"""


def _report(chance: Random) -> str:
    return f"""---
period: May 2026
author: {chance.choice(PEOPLE)}
---
## Accomplished
- {chance.choice(WORK)} of {chance.choice(THINGS)} is done
- [[M-1]] was accepted

## Next
- Rehearse the move

## Blockers
- None

## Decisions needed
- None
"""


if __name__ == "__main__":
    folder, *numbers = sys.argv[1:]
    portfolio(Path(folder), *map(int, numbers))
