"""`mkdocs serve` builds again when a record changes, and outlives a record that is wrong."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.site.builds import BIN, QUIET, make

PATIENCE = 120  # seconds until a server that says nothing is given up; a good one takes a few


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the site while the block lasts; the value is its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = (str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", address)
    log = (folder / "log.txt").open("w")
    with subprocess.Popen(command, cwd=folder, env={**os.environ, **QUIET}, stdout=log, stderr=log) as server:
        try:
            yield f"http://{address}/"
        finally:
            server.terminate()
            log.close()


def shows(address: str, words: str) -> bool:
    """Whether a page comes to show some words."""
    for _ in range(PATIENCE * 5):
        try:
            with urlopen(address, timeout=PATIENCE) as page:
                if words in page.read().decode():
                    return True
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    return False


def says(folder: Path, words: str) -> bool:
    """Whether the server comes to say some words."""
    for _ in range(PATIENCE * 5):
        if words in (folder / "log.txt").read_text():
            return True
        time.sleep(0.2)
    return False


def test_a_changed_record_changes_its_page(tmp_path: Path) -> None:
    folder = make(tmp_path)
    plan = folder / "projects" / "apollo" / "plan.yml"
    good = plan.read_text()
    with serving(folder) as address:
        page = f"{address}apollo/milestones/"
        assert shows(page, "Go-live")
        plan.write_text(good.replace("Go-live", "Launch").replace("[build]", "[bild]"))
        assert says(folder, "REF001 unknown")
        plan.write_text(good.replace("Go-live", "Launch"))
        assert shows(page, "Launch")
