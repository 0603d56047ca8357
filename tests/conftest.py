"""What all tests share."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parent.parent

# No test depends on how fast the machine is, and each run tries the same examples.
settings.register_profile(
    "house", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what is found into the golden files")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where commands that tests run remember what they found: not where those of the user do."""
    folder = tmp_path_factory.mktemp("cache") / "handbook"
    os.environ["HANDBOOK_CACHE_DIR"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of this repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real data, which is not part of the repository: `HANDBOOK_REALDATA`, or beside it."""
    folder = Path(os.environ.get("HANDBOOK_REALDATA") or REPOSITORY.parent / "shared" / "realdata")
    if not folder.is_dir():
        pytest.skip("no real data found: name its folder in HANDBOOK_REALDATA")
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped and why, so that a green run hides nothing."""
    skipped = Counter(_reason(report) for report in terminalreporter.getreports("skipped"))
    for reason, count in sorted(skipped.items()):
        terminalreporter.write_line(f"skipped {count}: {reason}")


def _reason(report: pytest.TestReport) -> str:
    where_and_why = report.longrepr
    reason = where_and_why[2] if isinstance(where_and_why, tuple) else str(where_and_why)
    return reason.removeprefix("Skipped: ")
