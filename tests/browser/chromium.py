"""Chromium for the tests: found where it is, or installed once where that is ours to do."""

from __future__ import annotations

import fcntl
import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PACKAGES = ("chromium", "fonts-dejavu-core")
PATIENCE = 900  # seconds for one package command; a mirror that hangs must not hold the tests forever


def find() -> Path | None:
    """The Chromium to test with, or None: then there is none and none can be installed.

    `CHROMIUM` names one; set but empty it says to do without.
    """
    if (named := os.environ.get("CHROMIUM")) is not None:
        return Path(named) if named else None
    return _on_path() or _of_playwright() or _install()


def _on_path() -> Path | None:
    found = filter(None, map(shutil.which, NAMES))
    return next(map(Path, found), None)


def _of_playwright() -> Path | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def _install() -> Path | None:
    """Install Debian's package as root; several test processes wait for the first one's outcome."""
    if os.geteuid() != 0 or not _is_debian():
        return None
    with (Path(tempfile.gettempdir()) / "handbook-tests-chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _on_path() or (_on_path() if _apt("update") and _apt("install", *PACKAGES) else None)


def _is_debian() -> bool:
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def _apt(*words: str) -> bool:
    command = ["apt-get", "-qq", "--yes", "--no-install-recommends", *words]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, check=False, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
