"""`handbook check` in a repository: what was reviewed is compared with what was committed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.checks.handbooks import BASE, lay
from tests.cli.conftest import Done

Run = Callable[..., Done]
RISK = """\
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: ana
  probability: low
  impact: minor
  status: monitoring
  reviewed: 2026-03-02
  affects: [build]
"""


def test_a_commit_may_change_the_answer_though_no_file_changes(handbook: Run, tmp_path: Path) -> None:
    plan = (BASE / "apollo" / "plan.yml").read_text()
    lay(tmp_path, {"apollo/risks.yml": RISK})
    _commit(tmp_path)
    (tmp_path / "projects" / "apollo" / "plan.yml").write_text(plan.replace("duration: 20d", "duration: 21d"))
    before = handbook("check", "--select", "REF").stdout
    assert before.splitlines()[0] == (
        "projects/apollo/risks.yml:11:13: REF007 reviewed on 2026-03-02, but 'build' has changed since: "
        "duration – see whether this still holds, then renew 'reviewed'"
    )
    _commit(tmp_path)
    assert handbook("check", "--select", "REF").stdout == "no problems\n"


def _commit(folder: Path) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    place = {"GIT_AUTHOR_DATE": "2026-03-02T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-02T12:00:00Z"}
    for words in (("init", "-q"), ("add", "projects"), ("commit", "-q", "-m", "a change")):
        subprocess.run(
            ("env", *(f"{key}={value}" for key, value in place.items()), "git", *who, *words),
            cwd=folder,
            check=True,
            capture_output=True,
        )
