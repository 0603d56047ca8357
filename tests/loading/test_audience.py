"""What a circle of readers may not read is nowhere in what was read for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FunctionType, ModuleType
from typing import Any

import pytest
from handbook.loading.load import load
from handbook.loading.loaded import Loaded
from handbook.records.kinds.stakeholder import Stakeholder
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loading.handbooks import written

CIRCLES = ("public", "partner", "internal", "restricted")
Circle = st.sampled_from([None, *CIRCLES])


class Ink:
    """Writes texts that can be told apart, and keeps those that a reader may not see."""

    def __init__(self, reader: str) -> None:
        self.reader = reader
        self.secrets: list[str] = []
        self._written = 0

    def text(self, circle: str, *narrower: str) -> str:
        """A new text that the narrowest of some circles may read."""
        self._written += 1
        text = f"Zq{self._written}Zq"
        if max(map(CIRCLES.index, (circle, *narrower))) > CIRCLES.index(self.reader):
            self.secrets.append(text)
        return text


def handbook(ink: Ink, draw: Any) -> dict[str, str]:
    """The files of a handbook whose records have circles that were drawn."""
    default = draw(st.sampled_from(CIRCLES))
    files = {"handbook.yml": f"default_audience: {default}\n", "people.yml": _people(ink, draw, default)}
    for project in ("alpha", "beta"):
        files |= {f"{project}/{name}": text for name, text in _project(ink, draw, default).items()}
    return files


def _people(ink: Ink, draw: Any, default: str) -> str:
    text = ""
    for person in ("ana", "tom"):
        circle = draw(Circle)
        own = circle or default
        text += f"{person}:\n  name: {ink.text(own)}\n{_line(circle)}"
        text += f"  email: {ink.text(own, 'internal')}@example.org\n  rate: 500 EUR\n"
        text += f"  leave: [{{from: 2026-01-01, to: 2026-01-02, reason: {ink.text(own, 'restricted')}}}]\n"
    return text


def _line(circle: str | None, indent: int = 2) -> str:
    return f"{' ' * indent}audience: {circle}\n" if circle else ""


def _project(ink: Ink, draw: Any, default: str) -> dict[str, str]:
    stated = draw(Circle)
    own = stated or default
    charter = f"title: {ink.text(own)}\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\n"
    charter += f"purpose: {ink.text(own)}\n{_line(stated, 0)}deliverables:\n"
    inside = draw(Circle)
    charter += f"  service:\n{_line(inside, 4)}    title: {ink.text(own, inside or own)}\n"
    risks = "".join(_risk(ink, draw, own, number) for number in range(3))
    circle = draw(Circle)
    title, body = ink.text(own, circle or own), ink.text(own, circle or own)
    decision = f"---\ntitle: {title}\n{_line(circle, 0)}status: proposed\n---\n{body}\n"
    plan = "tasks:\n" + "".join(_tasks(ink, draw, own, own, 2))
    files = {"project.yml": charter, "risks.yml": risks, "decisions/D-1.md": decision, "plan.yml": plan}
    return files | {"budget.yml": _budget(ink, draw, own)}


def _budget(ink: Ink, draw: Any, project: str) -> str:
    """A budget is read as one, by the narrowest circle of it and its lines; internal if it names none."""
    stated, *lines = (draw(Circle) for _ in range(3))
    circles = (project, stated or "internal", *filter(None, lines))
    text = f"{_line(stated, 0)}notes: {ink.text(*circles)}\nlines:\n"
    for number, circle in enumerate(lines):
        text += f"  L-{number}:\n    title: {ink.text(*circles)}\n    planned: 5k\n{_line(circle, 4)}"
    return f"{text}actuals: [{{period: 2026-01, line: L-0, amount: 1, text: {ink.text(*circles)}}}]\n"


def _risk(ink: Ink, draw: Any, project: str, number: int) -> str:
    circle = draw(Circle)
    title, notes, tag, action, link = (ink.text(project, circle or project) for _ in range(5))
    return (
        f"R-{number}:\n  title: {title}\n{_line(circle)}  owner: ana\n  probability: low\n  impact: low\n"
        f"  status: monitoring\n  notes: {notes} <b>\n  tags: [{tag}]\n  actions: [{{text: {action}}}]\n"
        f"  links: [{link}]\n"
    )


def _tasks(ink: Ink, draw: Any, project: str, around: str, indent: int) -> Iterator[str]:
    space = " " * indent
    for number in range(2):
        circle = draw(Circle)
        own = circle or around
        yield f"{space}t{number}:\n{_line(circle, indent + 2)}{space}  title: {ink.text(project, own)}\n"
        yield f"{space}  done_when: {ink.text(project, own)}\n{space}  wrong: {ink.text(project, own)}\n"
        yield f"{space}  # handbook: allow PLAN004 because {ink.text(project, 'restricted')}\n"
        if indent < 6:
            yield f"{space}  tasks:\n"
            yield from _tasks(ink, draw, project, own, indent + 4)
        else:
            yield f"{space}  duration: 3d\n"


@settings(max_examples=40)
@given(data=st.data(), reader=st.sampled_from(CIRCLES))
def test_no_text_above_the_reader_can_be_reached(data: st.DataObject, reader: str) -> None:
    ink = Ink(reader)
    with TemporaryDirectory() as folder:
        root = written(Path(folder), handbook(ink, data.draw))
        everything, loaded = load(root), load(root, audience=reader)
    assert not any(problem.code in ("READ002", "READ017", "FIELD002") for problem in everything.problems)
    assert all(secret in "\n".join(_texts(everything)) for secret in ink.secrets)
    reached = "\n".join(_texts(loaded)) + repr(loaded)
    assert [secret for secret in ink.secrets if secret in reached] == []


def _texts(root: object) -> Iterator[str]:
    """Every text and all bytes that can be reached from an object, through whatever holds it."""
    seen: set[int] = set()
    waiting: list[Any] = [root]
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, (type, ModuleType, FunctionType)):
            continue
        seen.add(id(found))
        if isinstance(found, str):
            yield found
        elif isinstance(found, bytes):
            yield found.decode(errors="replace")
        else:
            waiting += gc.get_referents(found)


PLAN = """\
tasks:
  build:
    title: Build
    audience: restricted
    notes: Why
    tasks:
      api: {title: API, duration: 10d, after: [M-1], assigned: {ana: 50%}, done_when: green}
      web: {title: Web, audience: internal, duration: 5d}
milestones:
  M-1: {title: Go, audience: restricted, due: 2026-03-01, criteria: all green, owner: ana}
"""


def test_a_task_above_the_reader_leaves_what_the_plan_needs(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/plan.yml": PLAN}), audience="internal")
    records = {record.id: record for record in loaded.book.records}
    assert [(id_, records[id_].withheld) for id_ in ("build", "build.api", "build.web", "M-1")] == [
        ("build", True),
        ("build.api", True),
        ("build.web", False),
        ("M-1", True),
    ]
    blank: Any = records["build.api"]
    assert (blank.title, str(blank.duration), str(blank.after[0]), blank.done_when) == ("", "10d", "M-1", ())
    assert (blank.parent, blank.assigned) == ("build", {"ana": 0.5})
    promise: Any = records["M-1"]
    assert (promise.title, str(promise.due), promise.owner, promise.criteria) == ("", "2026-03-01", None, ())


BUDGET = """\
lines:
  L-1: {title: Staff, planned: 71 234 EUR}
  L-2: {title: Hosting, planned: 98 765 EUR}
total: 169 999 EUR
actuals: [{period: 2026-01, line: L-1, amount: 55 555 EUR}]
"""


@pytest.mark.parametrize(
    ("project", "budget", "line", "readers"),
    [
        ("", "", "", ("internal", "restricted")),
        ("public", "", "", ("internal", "restricted")),
        ("restricted", "", "", ("restricted",)),
        ("public", "public", "", ("public", "partner", "internal", "restricted")),
        ("public", "partner", "", ("partner", "internal", "restricted")),
        ("public", "public", "restricted", ("restricted",)),
        ("public", "", "public", ("internal", "restricted")),
    ],
)
def test_a_budget_is_internal_unless_it_says_otherwise_and_is_read_as_one(
    tmp_path: Path, project: str, budget: str, line: str, readers: tuple[str, ...]
) -> None:
    charter = "title: Apollo\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\n"
    money = BUDGET.replace("L-2: {", f"L-2: {{audience: {line}, " if line else "L-2: {")
    files = {"project.yml": charter + _line(project, 0), "budget.yml": money + _line(budget, 0)}
    root = written(tmp_path, {f"apollo/{name}": text for name, text in files.items()})
    figures = ("71234", "98765", "169999", "55555")
    for reader in CIRCLES:
        reached = repr(load(root, audience=reader).book)
        assert {figure in reached for figure in figures} == {reader in readers}, reader


def test_a_stakeholder_is_internal_unless_it_says_otherwise_and_each_for_itself(tmp_path: Path) -> None:
    files = {
        "apollo/project.yml": "title: Apollo\nmanager: ana\nsponsor: tom\nstatus: active\n"
        "start: 2026-01-05\naudience: public\n",
        "apollo/stakeholders.yml": "S-1: {role: Landlord}\nS-2: {role: Press, audience: public}\n"
        "S-3: {role: Rival, audience: restricted}\n",
    }
    root = written(tmp_path, files)
    seen = {
        reader: [one.id for one in load(root, audience=reader).book.of(Stakeholder, "apollo")]
        for reader in CIRCLES
    }
    assert seen == {
        "public": ["S-2"],
        "partner": ["S-2"],
        "internal": ["S-1", "S-2"],
        "restricted": ["S-1", "S-2", "S-3"],
    }


def test_a_baseline_of_a_public_project_keeps_its_money_to_itself(tmp_path: Path) -> None:
    dates = "start: 2026-01-05, finish: 2026-01-16"
    baseline = (
        f"date: 2026-01-09\nbudget_at_completion: 88 888 EUR\nentries: {{a: {{{dates}, cost: 66 666 EUR}}}}\n"
    )
    files = {"handbook.yml": "default_audience: public\n", "apollo/baselines/2026-01.yml": baseline}
    root = written(tmp_path, files)
    for reader, sees in (("public", False), ("internal", True)):
        reached = repr(load(root, audience=reader).book)
        assert "2026, 1, 16" in reached
        assert {figure in reached for figure in ("88888", "66666")} == {sees}


def test_where_circles_have_other_names_our_marks_mean_the_narrowest(tmp_path: Path) -> None:
    files = {
        "handbook.yml": "audiences: [public, staff, board]\ndefault_audience: public\n",
        "people.yml": "ana: {name: Ana, rate: 77 777 EUR}\ntom: {name: Tom}\n",
        "apollo/budget.yml": BUDGET,
    }
    root = written(tmp_path, files)
    for reader, sees in (("staff", False), ("board", True)):
        reached = repr(load(root, audience=reader).book)
        assert {figure in reached for figure in ("77777", "71234", "169999")} == {sees}


def test_references_to_what_is_withheld_are_hidden_and_not_unknown(tmp_path: Path) -> None:
    secret = "title: X\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\naudience: restricted\n"
    files = {
        "apollo/plan.yml": PLAN,
        "secret/project.yml": secret,
        "secret/plan.yml": "milestones: {M-9: {title: X}}",
    }
    book = load(written(tmp_path, files), audience="internal").book
    assert book.is_hidden("M-1", "apollo")
    assert book.is_hidden("build.api", "apollo")
    assert book.is_hidden("secret/M-9", "apollo")
    assert book.is_hidden("secret", "apollo")
    assert not book.is_hidden("M-2", "apollo")
    assert [record for record in book.records if record.project == "secret"] == []


def test_a_withheld_project_leaves_no_file_behind(tmp_path: Path) -> None:
    files = {"apollo/plan.yml": PLAN, "handbook.yml": "default_audience: restricted\n"}
    loaded = load(written(tmp_path, files), audience="internal")
    assert [file for file in loaded.sources if "apollo" in file] == []


@pytest.mark.parametrize("audience", [None, "restricted"])
def test_the_narrowest_circle_reads_all(tmp_path: Path, audience: str | None) -> None:
    loaded = load(written(tmp_path, {"apollo/plan.yml": PLAN}), audience=audience)
    assert _titles(loaded) == ["Build", "API", "Web", "Go", "Apollo"]


def test_an_unknown_reader_gets_nothing(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, {"apollo/plan.yml": PLAN}), audience="intern")
    assert loaded.book.records == ()
    assert [str(problem) for problem in loaded.problems] == [
        "projects:1:1: READ017 expected one of the audiences public, partner, internal, restricted, "
        "found 'intern' – did you mean 'internal'?"
    ]
    assert loaded.is_fatal


def test_a_charter_that_cannot_be_read_withholds_its_project(tmp_path: Path) -> None:
    files = {
        "apollo/project.yml": "title: Reorg: phase 2\n",
        "apollo/plan.yml": PLAN.replace("restricted", "public"),
    }
    loaded = load(written(tmp_path, files), audience="internal")
    assert loaded.is_fatal
    assert _titles(loaded) == []


def test_an_audience_that_is_no_text_is_for_nobody(tmp_path: Path) -> None:
    plan = "milestones:\n  M-1: {title: Go, audience: [public]}\n"
    loaded = load(written(tmp_path, {"apollo/plan.yml": plan}), audience="internal")
    assert _titles(loaded) == ["", "Apollo"]


def _titles(loaded: Loaded) -> list[str]:
    return [record.title for record in loaded.book.records if record.project]
