"""`handbook value` as it is run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.words import words

from tests.checks.handbooks import lay

BUDGET = """\
total: 100k EUR
lines:
  L-1:
    title: Development
    category: staff
    planned: 100k EUR
    wbs: build
    profile: {2026-01: 10k EUR, 2026-02: 10k EUR, 2026-03: 20k EUR, 2026-04: 30k EUR, 2026-05: 30k EUR}
reserves: {management: 5k EUR}
actuals: [{period: 2026-03, line: L-1, amount: 36k EUR}]
"""
CHARTER = """\
title: Apollo
audience: public
manager: ana
sponsor: eve
status: active
start: 2026-01-01
"""
PLAN = "tasks: {build: {title: Build, duration: 100d, started: 2026-01-05, progress: 35%}}\n"
WHOLE = {
    "BAC": 100000.0, "PV": 40000.0, "EV": 35000.0, "AC": 36000.0, "SV": -5000.0, "CV": -1000.0, "SPI": 0.875,
    "CPI": 0.972222, "EAC": 102857.14, "ETC": 66857.14, "VAC": -2857.14, "TCPI": 1.015625, "ES": 2.75,
    "AT": 3.0, "PD": 5.0, "SV(t)": -0.25, "SPI(t)": 0.916667, "IEAC(t)": 5.454545,
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"apollo/project.yml": CHARTER, "apollo/budget.yml": BUDGET, "apollo/plan.yml": PLAN}
    return lay(tmp_path, files)


def run(root: Path, *options: str) -> Result:
    told = ("value", "apollo", str(root), "--status-date", "2026-04-01", *options)
    return CliRunner().invoke(words, told, catch_exceptions=False)


def test_the_published_figures_come_from_records(root: Path) -> None:
    told = json.loads(run(root, "--format", "json").stdout)
    assert told["whole"] == WHOLE
    assert told["budget_base"]["CBB"] == 105000
    assert told["estimates"]["combined"]["EAC"] == 112408.16
    assert told["finish"] == "2026-06"
    assert [one["name"] for one in told["accounts"]] == ["Development"]
    assert told["accounts"][0] | WHOLE == told["accounts"][0]
    assert [one["up_to"] for one in told["trend"]] == ["2026-01", "2026-02", "now"]


def test_a_table_is_told(root: Path) -> None:
    lines = run(root, "--by", "category", "--trend").stdout.splitlines()
    row = ("staff", "100 000", "40 000", "35 000", "36 000", "-5 000", "-1 000", "0.88", "0.97", "0.92")
    assert re.split(r"\s{2,}", lines[6]) == [*row, "102 857", "-2 857", "1.02"]
    assert "typical   102 857  66 857   -2 857  costs as much for its worth as what is done" in lines
    assert "done by earned schedule: 2026-06" in lines
    assert lines[-1].startswith("now")


@pytest.mark.parametrize(
    ("budget", "options", "expected"),
    [
        ("", (), "no budget is recorded – add projects/apollo/budget.yml"),
        ("total: 5 USD\n", (), "the sums of the budget cannot be added up"),
        (BUDGET, ("--audience", "public"), "the budget is not for this circle of readers"),
    ],
)
def test_without_figures_it_says_why(
    root: Path, budget: str, options: tuple[str, ...], expected: str
) -> None:
    file = root / "projects" / "apollo" / "budget.yml"
    if budget:
        file.write_text(budget)
    else:
        file.unlink()
    done = run(root, *options)
    assert done.exit_code == 1
    assert expected in done.stderr


def test_what_is_not_known_is_a_dash(root: Path) -> None:
    file = root / "projects" / "apollo" / "budget.yml"
    file.write_text("lines: {L-1: {title: Development, planned: 10 EUR, wbs: build}}\n")
    told = run(root).stdout
    assert "earned schedule  not known" in told
    assert "–" in told
