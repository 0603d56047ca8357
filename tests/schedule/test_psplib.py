"""The length of the critical path equals that of every PSPLIB instance."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook.schedule import timetable

from tests.schedule.psplib import instances


@pytest.mark.parametrize("size", ["j30", "j60"])
def test_critical_path_length_of_all_instances(realdata: Path, size: str) -> None:
    wrong, count = [], 0
    for instance in instances(realdata / "psplib" / f"{size}.sm.tar.xz"):
        count += 1
        if timetable(instance.network(), 0).project_finish != instance.length:
            wrong.append(instance.name)
    assert (count, wrong) == (480, [])
