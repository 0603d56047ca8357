"""What is withheld is in no file: no name, no note, nobody; the dates of the others stay true."""

from __future__ import annotations

from pathlib import Path

from handbook.api import load, plan
from handbook.exchange.plans.mspdi.reading import read_mspdi

from tests.exchange.plans.imports import exported

FILES = {
    "handbook.yml": "status_date: 2026-01-05\ndefault_audience: public\n",
    "calendars.yml": "night: {title: Nocturnal, audience: restricted, work: {mon: 20:00-24:00}}\n",
    "people.yml": (
        "ana: {name: Ana Silva}\n"
        "spy: {name: James Bondsman, audience: restricted, rate: 900 EUR, notes: Licensed}\n"
    ),
    "teams.yml": "moles: {title: Moles of ours, audience: restricted, capacity: 2}\n",
    "x/project.yml": "{title: Open, manager: ana, sponsor: spy, status: active, start: 2026-01-05}\n",
    "x/plan.yml": """\
tasks:
  open:
    title: Open work
    duration: 2d
    assigned: {ana: 50%, spy: 100%, team/moles: 2}
    after: [hush]
    owner: spy
  hush:
    title: Hush-hush
    audience: restricted
    duration: 3d
    assigned: {spy: 1}
    calendar: night
    notes: Burn after reading
    cost: 777 EUR
    known_as: {ms-project: 4242}
    links: ["https://secret.example.org"]
milestones:
  told: {title: All told, after: [open], due: 2026-03-02}
  quiet: {title: Quiet night, audience: restricted, after: [hush], due: 2026-02-02}
""",
    "x/baselines/2026-01.yml": (
        "date: 2026-01-05\nentries:\n"
        "  open: {start: 2026-01-05, finish: 2026-01-06, cost: 555 EUR}\n"
        "  hush: {start: 2026-01-07, finish: 2026-01-08}\n"
    ),
}
SECRETS = (
    *("Hush", "hush", "Bond", "spy", "Licensed", "900", "Nocturnal", "night", "Moles", "moles", "Burn"),
    *("777", "4242", "secret", "Quiet", "quiet", "555"),
)


def laid(root: Path) -> Path:
    for name, text in FILES.items():
        file = root / "projects" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def test_nothing_withheld_is_named(tmp_path: Path) -> None:
    root = laid(tmp_path)
    done = exported(tmp_path / "x.xml", root, "x", "--audience", "public")
    assert done.exit_code == 0, done.output
    text = (tmp_path / "x.xml").read_text()
    assert [secret for secret in SECRETS if secret in text or secret in done.output] == []
    found = read_mspdi(text.encode())
    assert [(task.name, task.assigned) for task in found.tasks] == [
        ("Open work", (("1", 0.5),)),
        ("work that is not shown", ()),
        ("All told", ()),
        ("work that is not shown", ()),
    ]


def test_dates_are_those_that_everybody_sees(tmp_path: Path) -> None:
    root = laid(tmp_path)
    exported(tmp_path / "x.xml", root, "x", "--audience", "public")
    told = (tmp_path / "x.xml").read_text()
    exported(tmp_path / "all.xml", root, "x")
    whole = (tmp_path / "all.xml").read_text()
    starts = [line for line in told.splitlines() if "<Start>" in line and "Baseline" not in line]
    assert all(line in whole for line in starts)
    entries = {entry.record.id: entry for entry in plan(load(root).book, "x")}
    assert f"<Start>{entries['open'].start.isoformat()}</Start>" in told
    assert all(secret in whole for secret in ("Hush-hush", "James Bondsman", "Moles of ours", "4242"))
