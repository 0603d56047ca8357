"""A handbook is edited at random; what is remembered never shows in what is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from handbook.checks.memory.store import Store
from handbook.pages.units import parts

from tests.pages.units.handbooks import DAY, as_a_whole, in_units

STEPS = 40
NAMES = ("apollo", "borealis", "ceres", "dione")
PEOPLE = ("ana", "tom", "eve", "sue", "nobody")
SETTINGS = (
    "rules: {ignore: [RISK]}",
    "rules: {projects: {ceres: {ignore: [REF]}}}",
    "rules: {options: {RES003: {most: 40%}}}",
    "rules: {projects: {zeus: {ignore: [REF]}}}",
    "rules: {severity: {PLAN: error}}",
    "scales: 3",
)
PEOPLE_FILE = """\
ana: {{name: Ana Silva, skills: {{python: 4}}}}
tom: {{name: Tom Beck, skills: {{{skill}: 3}}}}
eve: {{name: Eve Lund, to: {to}}}
sue: {{name: Sue Hart}}
"""
CHARTER = """\
title: {name}
manager: ana
sponsor: {sponsor}
status: {status}
start: 2026-01-05
"""
PLAN = """\
tasks:
  build: {{title: A, duration: {days}d, assigned: {{{who}: {share}%}}, skills: [python], after: [{after}]}}
  write: {{title: Write, duration: 5d, assigned: {{{who}: 60%}}, after: [build], deliverable: {deliverable}}}
milestones:
  M-1: {{title: Done, after: [write], due: 2026-0{month}-15, owner: {who}}}
"""
RISK = """\
R-1:
  title: The supplier is late, see [[{text}]]
  owner: {who}
  probability: low
  impact: minor
  status: {status}
  affects: [{affects}]
  links: [{link}]
"""
ISSUE = "I-1: {{title: It broke, severity: high, owner: {who}, from_risk: {risk}, status: open}}\n"
DECISION = "D-1: {{title: Do it, status: {status}, supersedes: [{other}]}}\n"
PAGE = """\
# Notes

See [[{text}]], or the [notes](../../{name}/pages/notes.md#{head}).

## Notes of {who}
"""
FENCE = "# A view\n\n```handbook\nview: milestones\nproject: {name}\n```\n"

Edit = Callable[[Random, Path], object]


def address(chance: Random) -> str:
    """Something that may be there, in a project that may be there."""
    name = chance.choice((*NAMES, "atlas"))
    return chance.choice(("build", "M-1", f"{name}/build", f"{name}/M-1", f"{name}/R-1", f"{name}/D-1", name))


def write(chance: Random, projects: Path, file: str, text: str, **words: object) -> None:
    folder = projects / chance.choice(NAMES)
    if (folder / "project.yml").exists():
        told = text.format_map({**words, "who": chance.choice(PEOPLE), "text": address(chance)})
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(chance.choice(("", "", "# a comment\n")) + told)


def charter(chance: Random, projects: Path) -> None:
    name = chance.choice(NAMES)
    (projects / name).mkdir(exist_ok=True)
    status = chance.choice(("active", "active", "completed", "cancelled", "aktive"))
    told = CHARTER.format(name=name, sponsor=chance.choice(PEOPLE), status=status)
    (projects / name / "project.yml").write_text(told)


def plan(chance: Random, projects: Path) -> None:
    words = {
        "days": chance.randint(1, 30),
        "share": chance.choice((20, 50, 90)),
        "month": chance.randint(2, 6),
    }
    more = {
        "after": chance.choice(("", "", "M-1", address(chance), f"{chance.choice(NAMES)}/build")),
        "deliverable": chance.choice(("none", "apollo/none")),
    }
    write(chance, projects, "plan.yml", PLAN, **words, **more)


def risk(chance: Random, projects: Path) -> None:
    status = chance.choice(("monitoring", "occurred", "closed"))
    link = chance.choice(("docs/contract.md", "docs/contrakt.md", "../ceres/plan.yml", ""))
    write(chance, projects, "risks.yml", RISK, status=status, affects=address(chance), link=link)


def issue(chance: Random, projects: Path) -> None:
    write(chance, projects, "issues.yml", ISSUE, risk=f"{chance.choice(NAMES)}/R-1")


def decision(chance: Random, projects: Path) -> None:
    status = chance.choice(("accepted", "superseded", "rejected"))
    write(chance, projects, "decisions.yml", DECISION, status=status, other=f"{chance.choice(NAMES)}/D-1")


def page(chance: Random, projects: Path) -> None:
    name, head = chance.choice((*NAMES, "atlas")), f"notes-of-{chance.choice(PEOPLE)}"
    write(chance, projects, "pages/notes.md", PAGE, name=name, head=head)
    write(chance, projects, "pages/view.md", FENCE, name=name)


def broken(chance: Random, projects: Path) -> None:
    write(chance, projects, "lessons.yml", chance.choice(("L-1: [\n", "", "", "")))


def allowance(chance: Random, projects: Path) -> None:
    files = sorted(projects.glob("*/*.yml"))
    file = chance.choice(files)
    lines = file.read_text().splitlines()
    code = chance.choice(("RES003", "REF001", "PLAN", "RISK007"))
    at = chance.randrange(len(lines)) if lines else 0
    lines.insert(at, f"# handbook: allow {code} until 2026-1{chance.randint(0, 2)}-01 for a while")
    file.write_text("\n".join(lines) + "\n")


def delete(chance: Random, projects: Path) -> None:
    chance.choice(sorted(projects.glob("*/*.*"))).unlink()


def rename(chance: Random, projects: Path) -> None:
    name = chance.choice(NAMES)
    new = chance.choice((*NAMES, "atlas", "no id"))
    if (projects / name).exists() and not (projects / new).exists():
        (projects / name).rename(projects / new)


def remove(chance: Random, projects: Path) -> None:
    if chance.random() < 0.3:
        shutil.rmtree(projects / chance.choice(NAMES), ignore_errors=True)


def settings(chance: Random, projects: Path) -> None:
    (projects / "handbook.yml").write_text(f"title: Walk\n{chance.choice(SETTINGS)}\n")


def people(chance: Random, projects: Path) -> None:
    to = chance.choice(("2026-01-31", "2027-01-31"))
    (projects / "people.yml").write_text(PEOPLE_FILE.format(skill=chance.choice(("python", "sql")), to=to))


def evidence(chance: Random, projects: Path) -> None:
    contract = projects.parent / "docs" / "contract.md"
    contract.parent.mkdir(exist_ok=True)
    contract.unlink() if contract.exists() else contract.write_text("")


EDITS: tuple[Edit, ...] = (
    *(charter, plan, plan, plan, risk, risk, issue, decision, page),
    *(broken, allowance, delete, rename, remove, settings, people, evidence),
)


@pytest.mark.parametrize("apart", [True, False], ids=["apart", "together"])
@pytest.mark.parametrize("seed", range(6))
def test_memory_never_shows(seed: int, apart: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if apart:
        monkeypatch.setattr(parts, "_CHUNK", 0)
        monkeypatch.setattr(parts, "_WORTH_SHARING", 0)
    chance, root = Random(seed), tmp_path / "root"
    projects, store = root / "projects", Store(tmp_path / "store")
    projects.mkdir(parents=True)
    for edit in (settings, people, *([charter] * 9), *([plan] * 6), risk, issue, decision):
        edit(chance, projects)
    for step in range(STEPS):
        edit = chance.choice(EDITS)
        edit(chance, projects)
        day = DAY + timedelta(chance.choice((0, 0, 0, 0, 1)))
        whole = as_a_whole(root, day)
        told = in_units(root, day, store)
        assert told is None or told == whole, (step, edit.__name__)
        assert in_units(root, day, store) == told
