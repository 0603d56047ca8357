"""A whole site, ours and by hand: `python benchmarks/site_build.py [projects] [records] [seed]`.

Ours is built from records. By hand are the same pages as Markdown files, built by MkDocs and Material alone.
Both are whole processes, on folders that were not there before. By hand, 400 projects take some 20 minutes
and, for a time, 8 GB of disk: each page holds the navigation of all others. 100 are done in a minute or two.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.portfolio import portfolio

BIN = Path(sys.executable).parent
THEME = """site_name: Benchmark
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.footer]
"""
OURS = f"{THEME}plugins: [search, handbook/records, handbook/pages]\n"
BY_HAND = f"{THEME}plugins: [search]\n"


class Built(NamedTuple):
    """What one build took: seconds of the processor and of the clock, peak memory in MB; and what came of it.

    Compared is the time of the processor, which other work on the machine does not change.
    """

    cpu: float
    clock: float
    memory: float
    pages: int
    median: float
    search: float

    def __str__(self) -> str:
        return (
            f"{self.pages} pages in {self.cpu:.1f} s CPU ({self.clock:.1f} s), "
            f"{1000 * self.cpu / self.pages:.1f} ms a page, "
            f"peak {self.memory:.0f} MB, median page {self.median / 1024:.1f} KB, "
            f"search index {self.search / 1048576:.1f} MB"
        )


def build(folder: Path, config: str) -> Built:
    """Build the site in `folder` as a process of its own."""
    (folder / "mkdocs.yml").write_text(config)
    (folder / "docs").mkdir(exist_ok=True)
    command = (str(BIN / "mkdocs"), "build", "--quiet")
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    before = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - before
    if status:
        raise SystemExit(f"the build in {folder} failed")
    weights = [page.stat().st_size for page in (folder / "site").rglob("index.html")]
    search = (folder / "site" / "search" / "search_index.json").stat().st_size
    cpu = usage.ru_utime + usage.ru_stime
    return Built(cpu, clock, usage.ru_maxrss / 1024, len(weights), statistics.median(weights), search)


def ours(top: Path, projects: int, records: int, seed: int) -> Built:
    """A site of ours with so many projects."""
    folder = top / f"ours-{projects}"
    portfolio(folder, projects, records, seed)
    return build(folder, OURS)


def by_hand(top: Path, projects: int) -> Built:
    """The same pages as Markdown files."""
    folder = top / "by-hand"
    folder.mkdir()
    command = (str(BIN / "handbook"), "render", str(folder / "docs"), str(top / f"ours-{projects}"))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return build(folder, BY_HAND)


def main(projects: int = 400, records: int = 50, seed: int = 1) -> None:
    """Print what it took, and how it grows."""
    top = Path(tempfile.mkdtemp(prefix="handbook-benchmark-"))
    try:
        quarter = ours(top, projects // 4, records, seed)
        print(f"{projects // 4} projects of {records} records, ours: {quarter}", flush=True)
        whole = ours(top, projects, records, seed)
        print(f"{projects} projects of {records} records, ours: {whole}", flush=True)
        print(f"four times the projects take {whole.cpu / quarter.cpu:.2f} times as long", flush=True)
        plain = by_hand(top, projects)
        print(f"the same by hand: {plain}", flush=True)
        print(f"ours takes {whole.cpu / plain.cpu:.3f} of the time by hand")
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
