"""A made-up portfolio of all kinds of records: `python benchmarks/mixed.py FOLDER [projects] [seed]`.

The same arguments give the same files. A project has 200 records: 80 tasks in eight phases, with links and
assignments, 10 milestones, 20 risks, 15 issues, 15 actions, 12 rows of responsibilities, 8 decisions,
8 stakeholders, 6 changes, communications, budget lines and lessons, 4 iterations, 2 gates and 4 criteria.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

STATUS_DATE = date(2026, 6, 1)
PEOPLE = tuple(f"person-{number}" for number in range(1, 201))
ROLES = ("sponsor", "manager", "lead", "tester", "operator")
PHASES = ("scope", "design", "buy", "build", "move", "test", "train", "close")
THINGS = (
    "network",
    "contract",
    "interface",
    "billing",
    "directory",
    "backup",
    "archive",
    "storage",
    "portal",
)
VERBS = (
    "move",
    "replace",
    "measure",
    "rebuild",
    "retire",
    "document",
    "rehearse",
    "review",
    "order",
    "accept",
)
RECORDS = 200


def mixed(folder: Path, projects: int = 100, seed: int = 1) -> None:
    """Write a portfolio into the folder `projects` of `folder`."""
    top = folder / "projects"
    top.mkdir(parents=True)
    for file, text in _organisation():
        (top / file).write_text(text)
    for number in range(1, projects + 1):
        home = top / f"project-{number:04}"
        home.mkdir()
        for file, text in _Project(Random(f"{seed}-{number}"), number).files():
            (home / file).write_text(text)


def _organisation() -> Iterator[tuple[str, str]]:
    yield "handbook.yml", f"title: Mixed\nstatus_date: {STATUS_DATE}\n"
    people = (f"{one}: {{name: Person {at}, roles: [{ROLES[at % 5]}]}}\n" for at, one in enumerate(PEOPLE))
    yield "people.yml", "".join(people)
    yield (
        "roles.yml",
        "".join(f"{one}: {{title: {one}, holder: {PEOPLE[at]}}}\n" for at, one in enumerate(ROLES)),
    )


class _Project:
    """The files of one project."""

    def __init__(self, chance: Random, number: int) -> None:
        self.chance = chance
        self.number = number
        self.team = chance.sample(PEOPLE, 8)

    def files(self) -> Iterator[tuple[str, str]]:
        yield "project.yml", self._charter()
        yield "plan.yml", "".join(self._plan())
        for file, one, count in (
            ("risks.yml", self._risk, 20),
            ("issues.yml", self._issue, 15),
            ("actions.yml", self._action, 15),
            ("decisions.yml", self._decision, 8),
            ("stakeholders.yml", self._stakeholder, 8),
            ("changes.yml", self._change, 6),
            ("communications.yml", self._communication, 6),
            ("lessons.yml", self._lesson, 6),
            ("iterations.yml", self._iteration, 4),
        ):
            yield file, "".join(one(at) for at in range(1, count + 1))
        rows = (*PHASES, *(f"M-{at}" for at in range(1, 5)))
        letters = "manager: A, lead: R, tester: C, sponsor: I"
        yield "raci.yml", "".join(f"{row}: {{{letters}}}\n" for row in rows)
        yield "budget.yml", "".join(self._budget())
        yield "quality.yml", "gates:\n" + "".join(self._gate(at) for at in (1, 2))

    def _someone(self) -> str:
        return self.chance.choice(self.team)

    def _words(self, count: int) -> str:
        words = (self.chance.choice(VERBS if at % 2 else THINGS) for at in range(count))
        return " ".join(words).capitalize()

    def _day(self, first: int, last: int) -> date:
        return STATUS_DATE + timedelta(self.chance.randint(first, last))

    def _charter(self) -> str:
        return f"""title: {self._words(3)} {self.number}
manager: {self.team[0]}
sponsor: {self.team[1]}
status: active
start: 2026-01-05
finish: 2027-12-01
purpose: |
  What is there has served its time. It is replaced in eight steps, each of which can be used on its own.
objectives:
  users: {{text: All users are moved, measure: share of users, target: 100 %}}
scope: {{in: [all offices], out: [subsidiaries]}}
deliverables:
  platform: {{title: Platform, acceptance_criteria: [tests are green], owner: {self.team[0]}}}
  manual: {{title: Manual, acceptance_criteria: [read by two users], owner: {self.team[1]}}}
"""

    def _plan(self) -> Iterator[str]:
        yield "tasks:\n"
        before = ""
        for phase in PHASES:
            yield f"  {phase}:\n    title: {self._words(3)}\n    tasks:\n"
            for at in range(1, 10):
                yield self._task(at, before)
                before = f"{phase}.t{at}"
        yield "milestones:\n"
        for at in range(1, 11):
            phase = PHASES[min(at, len(PHASES)) - 1]
            yield f"  M-{at}: {{title: {self._words(3)}, after: [{phase}], due: 2027-11-{at + 9}, "
            yield f"owner: {self._someone()}}}\n"

    def _task(self, at: int, before: str) -> str:
        first = "" if before else "        started: 2026-05-20\n        remaining: 5d\n"
        return f"""      t{at}:
        title: {self._words(4)}
        duration: {self.chance.randint(2, 6)}d
        assigned: {{{self._someone()}: {self.chance.choice((10, 20, 30))}%}}
        deliverable: {self.chance.choice(("platform", "manual"))}
        after: [{before}]
        description: {self._words(12)}
{first}"""

    def _risk(self, at: int) -> str:
        return f"""R-{at}:
  title: {self._words(5)}
  category: {self.chance.choice(("supply", "technology", "people"))}
  cause: {self._words(7)}
  event: {self._words(7)}
  effect: {self._words(7)}
  owner: {self._someone()}
  probability: {self.chance.choice(("very-low", "low", "20%", "2"))}
  impact: {{time: {self.chance.randint(1, 4)}, cost: {self.chance.randint(1, 4)}}}
  response: {self.chance.choice(("reduce", "avoid", "transfer"))}
  actions:
    - {{text: {self._words(5)}, owner: {self._someone()}, due: {self._day(20, 200)}}}
  affects: [{self.chance.choice(PHASES)}]
  status: monitoring
  raised: {self._day(-90, -30)}
  reviewed: {self._day(-20, -1)}
  review_by: {self._day(30, 200)}
"""

    def _issue(self, at: int) -> str:
        return f"""I-{at}:
  title: {self._words(6)}
  severity: {self.chance.choice(("low", "medium", "high"))}
  owner: {self._someone()}
  raised: {self._day(-60, -5)}
  due: {self._day(10, 90)}
  blocks: [{self.chance.choice(PHASES)}.t{self.chance.randint(1, 9)}]
  description: {self._words(15)}
  status: {self.chance.choice(("open", "in-progress"))}
"""

    def _action(self, at: int) -> str:
        words, source = self._words(6), f"I-{self.chance.randint(1, 15)}"
        return (
            f"A-{at}: {{text: {words}, owner: {self._someone()}, due: {self._day(5, 90)}, from: {source}}}\n"
        )

    def _decision(self, at: int) -> str:
        return f"""D-{at}:
  title: {self._words(5)}
  status: accepted
  date: {self._day(-90, -10)}
  deciders: [{self._someone()}]
  affects: [M-{at}]
  description: |
    Two ways are open. One is quick and cannot be undone, see [[R-{at}]]; the other takes a month longer.
"""

    def _stakeholder(self, at: int) -> str:
        return f"""S-{at}:
  role: {self._words(2)}
  name: {self._words(2)}
  influence: {self.chance.randint(1, 5)}
  interest_level: {self.chance.randint(1, 5)}
  relationship_owner: {self._someone()}
"""

    def _change(self, at: int) -> str:
        return f"""C-{at}:
  title: {self._words(5)}
  requested_by: {self.team[2]}
  raised: {self._day(-60, -30)}
  reason: {self._words(10)}
  impact: {{time: 5d, cost: 12k EUR, scope: {self._words(3)}}}
  authority: {self.team[1]}
  decision: rejected
  decided_by: {self.team[1]}
  decided: {self._day(-20, -2)}
"""

    def _communication(self, at: int) -> str:
        return f"""K-{at}:
  to: [S-{at}, S-{at + 2}]
  what: {self._words(4)}
  channel: mail
  frequency: monthly
  owner: {self._someone()}
  last_sent: {self._day(-20, -1)}
"""

    def _lesson(self, at: int) -> str:
        return f"""L-{at}:
  event: {self._words(6)}
  effect: {self._words(8)}
  cause: {self._words(8)}
  recommendation: {self._words(8)}
  applies_to: [planning]
  learned: {self._day(-90, -1)}
"""

    def _iteration(self, at: int) -> str:
        first = date(2026, 5, 4) + timedelta(14 * at)
        return f"""IT-{at}:
  goal: {self._words(4)}
  from: {first}
  to: {first + timedelta(13)}
  capacity: 40
  tasks: [{PHASES[at]}.t1, {PHASES[at]}.t2]
"""

    def _budget(self) -> Iterator[str]:
        yield f"total: 60k EUR\napproved_by: {self.team[1]}\napproved: 2026-01-02\nlines:\n"
        for at, phase in enumerate(PHASES[:6], 1):
            yield f"  B-{at}: {{title: {self._words(3)}, planned: 10k EUR, wbs: [{phase}]}}\n"
        yield "actuals:\n"
        for month in (1, 2, 3, 4):
            yield f"  - {{period: 2026-0{month}, line: B-1, amount: {self.chance.randint(100, 900)} EUR}}\n"

    def _gate(self, at: int) -> str:
        return f"""  G-{at}:
    title: {self._words(3)}
    milestone: M-{at}
    approver: {self.team[1]}
    criteria:
      load: {{text: {self._words(6)}, method: test}}
      manual: {{text: {self._words(6)}, method: review}}
"""


if __name__ == "__main__":
    target, *numbers = sys.argv[1:]
    mixed(Path(target), *map(int, numbers))
