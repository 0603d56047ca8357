"""Runs the command as users do, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import forking
from tests.checks.handbooks import lay

Done = subprocess.CompletedProcess[str]
HANDBOOK = Path(sys.executable).with_name("handbook")
RISKS = """\
R-1:
  title: The supplier goes out of business
  cause: One factory makes the part
  event: The factory closes
  effect: The launch moves by months
  owner: {owner}
  probability: low
  impact: minor
  status: monitoring
  review_by: 2026-02-20
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Callable[..., Done]:
    """Runs `handbook` in a folder of its own; keywords are set in the environment, None takes a name away."""

    def run(*words: str, **environment: str | None) -> Done:
        told = {**os.environ, "GITHUB_STEP_SUMMARY": None, "NO_COLOR": None, **environment}
        clean = {name: value for name, value in told.items() if value is not None}
        return forking.run(("handbook", *words), tmp_path, clean)

    return run


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A handbook with one warning."""
    return lay(tmp_path, {"apollo/risks.yml": RISKS.format(owner="ana")})


@pytest.fixture
def failed(tmp_path: Path) -> Path:
    """A handbook with one warning and one error."""
    return lay(tmp_path, {"apollo/risks.yml": RISKS.format(owner="anna")})
