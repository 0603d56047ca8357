"""`handbook check` on all kinds of records beside check-jsonschema, again, after a change, and as it grows.

`python benchmarks/check_mixed.py [PROJECTS] [SEED] [GROWTH]`: 100 projects with 200 records each unless said
otherwise. check-jsonschema has a schema for each name of a file, which says what a schema can, and is run
once for each. `handbook check` runs all its rules. GROWTH, 500 projects unless said otherwise, is how far the
growth of time and memory is followed; memory is that of all processes together, at its highest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from handbook.records.kind import Kind, kinds
from pydantic.json_schema import models_json_schema

from benchmarks.mixed import RECORDS, mixed

BIN = Path(sys.executable).parent
PAGE = os.sysconf("SC_PAGE_SIZE")


class Cost(NamedTuple):
    """What a process and its children took: seconds on the clock and of processors, MB, and the output."""

    wall: float
    processor: float
    memory: float
    output: bytes


def main(projects: int = 100, seed: int = 1, growth: int = 500) -> None:
    with TemporaryDirectory() as folder:
        _side_by_side(Path(folder) / "mixed", projects, seed)
    for size in sorted({max(1, growth // 10), growth // 5, growth // 2, growth}):
        with TemporaryDirectory() as folder:
            mixed(Path(folder) / "mixed", size, seed)
            cost = _handbook(Path(folder) / "mixed", Path(folder) / "store", "--no-cache")
            each = 1e6 * cost.processor / (size * RECORDS)
            print(
                f"{size * RECORDS:6} records {_told(cost)}   {each:4.0f} µs of processor a record", flush=True
            )


def _side_by_side(root: Path, projects: int, seed: int) -> None:
    mixed(root, projects, seed)
    size = sum(file.stat().st_size for file in root.rglob("*.yml")) / 1e6
    print(f"{projects * RECORDS} records in {projects} projects, {size:.1f} MB", flush=True)
    store = root.with_name("store")
    first = _handbook(root, store)
    again = _handbook(root, store)
    file = root / "projects" / f"project-{projects // 2:04}" / "risks.yml"
    file.write_text(file.read_text().replace("owner:", "owner: nobody #", 1))
    changed = _handbook(root, store)
    assert again.output == first.output
    assert changed.output == _handbook(root, store, "--no-cache").output
    theirs = _check_jsonschema(root)
    print(f"check-jsonschema   {_told(theirs)}")
    for name, cost, of in (
        ("first run", first, theirs),
        ("again", again, first),
        ("changed", changed, first),
    ):
        ratio = f"{cost.wall / of.wall:.3f}, processor {cost.processor / of.processor:.3f}"
        against = "check-jsonschema" if of is theirs else "the first run"
        print(f"{name:18} {_told(cost)}   {ratio} of {against}", flush=True)
    print(first.output.decode().splitlines()[-1])


def _told(cost: Cost) -> str:
    return f"{cost.wall:7.2f} s   processor {cost.processor:7.2f} s   {cost.memory:5.0f} MB"


def _handbook(root: Path, store: Path, *options: str) -> Cost:
    os.environ["HANDBOOK_CACHE_DIR"] = str(store)
    return _run(str(BIN / "handbook"), "check", str(root), *options)


def _check_jsonschema(root: Path) -> Cost:
    """The sum of its runs: one for each name of a file, for it takes one schema."""
    files: dict[str, list[str]] = defaultdict(list)
    for file in root.rglob("*.yml"):
        files[file.name].append(str(file))
    costs = []
    for name, paths in files.items():
        schema = root.with_name(f"{name}.json")
        schema.write_text(json.dumps(_schema(name)))
        costs.append(_run(str(BIN / "check-jsonschema"), "--schemafile", str(schema), *paths))
    wall, processor = sum(cost.wall for cost in costs), sum(cost.processor for cost in costs)
    return Cost(wall, processor, max(cost.memory for cost in costs), b"")


def _schema(file: str) -> dict[str, Any]:
    """What a schema can say of a file: its records with their fields, and the records in them."""
    _, schema = models_json_schema([(kind.model, "validation") for kind in kinds().values()])
    held = [kind for kind in kinds().values() if kind.file == file]
    parts = {f"record-{kind.name}": _record(kind, schema["$defs"]) for kind in kinds().values()}
    if held[0].single:
        top = _ref(held[0].name)
    elif held[0].under:
        top = {"type": "object", "properties": {kind.under: _keyed(kind.name) for kind in held}}
        top["additionalProperties"] = False
    else:
        top = _keyed(held[0].name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **top,
        "$defs": {**schema["$defs"], **parts},
    }


def _record(kind: Kind, parts: dict[str, Any]) -> dict[str, Any]:
    own = dict(parts[kind.model.__name__])
    if kind.wrap:
        return dict(own["properties"][kind.wrap])
    own["properties"] = {**own["properties"], **{nest.key: _keyed(nest.kind) for nest in kind.nests}}
    return {"anyOf": [{"type": "string"}, own]} if kind.bare else own


def _ref(kind: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/record-{kind}"}


def _keyed(kind: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": _ref(kind)}


def _run(*command: str) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    done, peak = Event(), [0.0]
    watcher = Thread(target=_watch, args=(process.pid, done, peak))
    watcher.start()
    assert process.stdout is not None
    output = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    done.set()
    watcher.join()
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(peak[0], usage.ru_maxrss / 1024), output)


def _watch(pid: int, done: Event, peak: list[float]) -> None:
    """Keep the highest memory of a process with its children, each counted in full, in MB."""
    while not done.wait(0.05):
        peak[0] = max(peak[0], sum(map(_resident, (pid, *_children(pid)))))


def _children(pid: int) -> list[int]:
    found = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in file.read_text().split()]
        except OSError:
            continue
    return found


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE / 2**20
    except (OSError, IndexError):
        return 0.0


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
