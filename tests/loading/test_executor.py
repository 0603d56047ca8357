"""Files that are read by several processes give the same as files that are read by one."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

import pytest
from handbook.loading.load import load
from handbook.loading.loaded import Loaded
from handbook.loading.processes import LocalProcesses

from tests.loading.handbooks import BASE, RISK, indented, written


def files() -> dict[str, str]:
    """Five projects with good and faulty risks, a broken file, an empty one, and allowances."""
    found: dict[str, str] = {"handbook.yml": "title: Many\n"}
    for project in "abcde":
        found[f"{project}/project.yml"] = BASE["apollo/project.yml"]
        risks = "".join(
            f"R-{number}:\n{indented(RISK)}  raised: 2026-02-{number:02}\n" for number in range(1, 40)
        )
        found[f"{project}/risks.yml"] = f"# handbook: allow FIELD005 until 2027-01-01 soon\n{risks}"
        found[f"{project}/issues.yml"] = "".join(f"I-{number}: {{title: {{}}}}\n" for number in range(40))
        found[f"{project}/decisions/D-1.md"] = "---\ntitle: Do\nstatus: accepted\n---\nBecause <b>.\n"
    return {**found, "c/raci.yml": "I-1: [", "d/raci.yml": ""}


@pytest.mark.parametrize("workers", ["local", "processes", "threads"])
def test_the_result_is_alike(workers: str, tmp_path: Path) -> None:
    root = written(tmp_path, files())
    alone = load(root)
    with _executor(workers) as executor, _small_chunks():
        together = load(root, executor=executor)
    assert _told(together) == _told(alone)
    assert len(alone.problems) > 5 * 11
    assert str(together.book.records[-1].place("title")) == str(alone.book.records[-1].place("title"))


def test_a_small_handbook_is_not_handed_out(tmp_path: Path) -> None:
    with _executor("threads") as executor, patch.object(executor, "submit", side_effect=AssertionError):
        assert load(written(tmp_path, {}), executor=executor).problems == ()


def _executor(workers: str) -> Executor:
    if workers == "threads":
        return ThreadPoolExecutor(2)
    if workers == "local":
        return LocalProcesses(2)
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("forkserver"))


def _small_chunks() -> AbstractContextManager[object]:
    return patch.multiple("handbook.loading.sharing", _CHUNK=2000, _WORTH_SHARING=0)


def _told(loaded: Loaded) -> tuple[object, ...]:
    records = [
        (type(record), record.model_dump(exclude={"origin"}), record.place())
        for record in loaded.book.records
    ]
    return records, loaded.problems, loaded.allowances, loaded.book.broken, list(loaded.sources)
