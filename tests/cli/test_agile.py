"""`handbook agile`: figures and forecasts as text and as data, and what is wrong told with a cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handbook.cli.words import words

from tests.checks.handbooks import lay

BACKLOG = """\
unit: points
for: M-1
wip_limit: 2
expectation: {days: 5}
items:
  PB-1: {title: Find, size: 3, iteration: IT-1, started: 2026-02-02, finished: 2026-02-05}
  PB-2: {title: Order, size: 5, iteration: IT-1, started: 2026-02-09, finished: 2026-02-12}
  PB-3: {title: Pay, size: 2, started: 2026-02-16, finished: 2026-02-19}
  PB-4: {title: Secret plan, size: 2, started: 2026-02-23, finished: 2026-02-26, audience: restricted}
  PB-5: {title: Secret wish, size: 2, started: 2026-02-27, audience: restricted}
  PB-6: Return
"""
FILES = {
    "apollo/backlog.yml": BACKLOG,
    "apollo/iterations.yml": "IT-1: {from: 2026-02-02, to: 2026-02-13, committed: 10}\n",
    "apollo/plan.yml": "milestones:\n  M-1: {title: Launch, due: 2026-03-16}\n",
}
TOLD = """\
project       Apollo (apollo)
status date   2 March 2026
velocity      8, of one iteration
reliability   80% of what was committed, 0 of 1 in full
cycle time    50% at most 4 days, 85% at most 4 days, 95% at most 4 days, of 4 items
expectation   85% within 5 days, kept by 100%
in progress   1 of at most 2, the oldest for 4 days
little's law  0.7 in progress, 1.0 finished a week: 4.8 days an item expected, 4.0 seen
throughput    1, 1, 1, 1 in the last 4 weeks; 0 came in
to finish     2 items
caution       it rests on four weeks only and will move

chance  all done by    if items keep coming in
50%     16 March 2026  16 March 2026
80%     16 March 2026  16 March 2026
85%     16 March 2026  16 March 2026
95%     16 March 2026  16 March 2026

chance  items done by 10 March 2026
50%     1
80%     1
85%     1
95%     1

for  items left  needed by               chance  85% by
M-1           2  16 March 2026 promised    100%  16 March 2026
"""


def run(*told: str) -> Result:
    return CliRunner().invoke(words, ["agile", *told])


@pytest.fixture
def root(tmp_path: Path) -> str:
    return str(lay(tmp_path, FILES))


@pytest.mark.parametrize("audience", ["internal", "restricted"])
def test_figures_and_forecasts_are_the_same_for_every_reader(root: str, audience: str) -> None:
    done = run("apollo", root, "--by", "2026-03-10", "--audience", audience)
    assert (done.exit_code, done.output) == (0, TOLD)


def test_the_same_as_data_without_names_of_what_is_withheld(root: str) -> None:
    done = run("apollo", root, "--format", "json", "--by", "2026-03-10", "--audience", "internal")
    found = json.loads(done.output)
    assert "PB-5" not in done.output
    assert found["flow"]["in_progress"] == []
    assert (found["forecast"]["items"], found["forecast"]["done_by"]["85%"]) == (2, "2026-03-16")
    assert found["forecast"]["items_by"] == {
        "day": "2026-03-10",
        "chances": {"50%": 1, "80%": 1, "85%": 1, "95%": 1},
    }
    assert [one["record"] for one in found["targets"]] == ["apollo/M-1"]
    assert found["velocity"]["mean"] == 8


def test_other_questions(root: str) -> None:
    assert "50%     11 May 2026" in run("apollo", root, "--items", "10").output
    assert "no forecast of 40: a forecast needs three iterations that have ended, not one" in (
        run("apollo", root, "--amount", "40").output
    )


def test_a_project_without_a_backlog_says_so(tmp_path: Path) -> None:
    done = run("apollo", str(lay(tmp_path, {})))
    assert done.exit_code == 0
    assert "backlog      none is recorded" in done.output


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (("apolo",), "did you mean 'apollo'?"),
        (("apollo", "--by", "soon"), "expected a date like 2026-03-31, found 'soon'"),
        (("apollo", "--by", "2026-03-02"), "expected a day after the status date, 2026-03-02"),
        (("apollo", "--items", "-1"), "-1 is not in the range"),
        (("apollo", "--amount", "nan"), "expected a number like 120, found nan"),
        (("apollo", "--trials", "5"), "5 is not in the range"),
        (("apollo", "--seed", "x"), "'x' is not a valid integer"),
    ],
)
def test_wrong_words_are_told(root: str, told: tuple[str, ...], message: str) -> None:
    project, *rest = told
    done = run(project, root, *rest)
    assert done.exit_code == 2
    assert message in done.output
