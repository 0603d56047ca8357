"""Levelling of PSPLIB: `python -m benchmarks.level_psplib FOLDER [--set j30] [--limit 10] [--seconds 10]`.

FOLDER holds `j30.sm.tar.xz`, `j60.sm.tar.xz` and `bounds.csv`. What was found is kept in a file of lines of
JSON, so that a run that was stopped goes on where it was. It is no part of `make bench`: j60 alone takes an
hour.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from pathlib import Path

from handbook.schedule.levelling import level

from tests.schedule.psplib import Instance, instances


def run() -> None:
    """Level the instances that were not levelled yet, and print what came out for each set."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--set", choices=("j30", "j60"), action="append")
    asked.add_argument("--limit", type=int, default=480, help="how many instances of a set, evenly spread")
    asked.add_argument("--seconds", type=float, default=10.0)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--keep", type=Path, default=Path(".psplib.jsonl"), help="file of what was found")
    words = asked.parse_args()
    for size in words.set or ("j30", "j60"):
        known = _bounds(words.folder / "bounds.csv")
        kept = _kept(words.keep, words.seconds)
        found = list(instances(words.folder / f"{size}.sm.tar.xz"))
        rows = []
        for instance in found[:: max(1, len(found) // words.limit)]:
            if instance.name not in kept:
                kept[instance.name] = _levelled(instance, words.seconds, words.workers)
                with words.keep.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(kept[instance.name]) + "\n")
            rows.append(kept[instance.name])
        _report(size, rows, known)


def _levelled(instance: Instance, seconds: float, workers: int) -> dict[str, object]:
    clock, processor = time.perf_counter(), time.process_time()
    plan = level(instance.levelling(), seconds=seconds, workers=workers)
    return {
        "name": instance.name,
        "seconds": seconds,
        "finish": plan.project_finish,
        "bound": plan.bound,
        "proven": plan.proven,
        "clock": round(time.perf_counter() - clock, 2),
        "processor": round(time.process_time() - processor, 2),
    }


def _bounds(path: Path) -> dict[str, tuple[int, int]]:
    with path.open(encoding="utf-8") as file:
        return {row["instance"]: (int(row["lower"]), int(row["upper"])) for row in csv.DictReader(file)}


def _kept(path: Path, seconds: float) -> dict[str, dict[str, object]]:
    if not path.exists():
        return {}
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {row["name"]: row for row in rows if row["seconds"] == seconds}


def _report(size: str, rows: list[dict[str, object]], known: dict[str, tuple[int, int]]) -> None:
    finishes = [(int(str(row["finish"])), *known[str(row["name"])]) for row in rows]
    proven = sum(bool(row["proven"]) for row in rows)
    best = sum(finish <= upper for finish, _, upper in finishes)
    below = sum(finish < lower for finish, lower, _ in finishes)
    far = [100 * (finish - upper) / upper for finish, _, upper in finishes]
    clock = [float(str(row["clock"])) for row in rows]
    print(
        f"{size}: {len(rows)} levelled, {proven} proven ({100 * proven / len(rows):.1f} %), "
        f"{best} as good as the best known or better, {below} below the known lower bound, "
        f"distance to the best known {sum(far) / len(far):.3f} % in the mean, {max(far):.1f} % at worst, "
        f"{sum(clock) / len(clock):.1f} s in the mean, {max(clock):.1f} s at worst"
    )


if __name__ == "__main__":
    run()
