"""Instances of PSPLIB that are quick to prove have the known optimum."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from handbook.schedule.levelling import first_plan, level

from tests.schedule.psplib import instances


@pytest.mark.parametrize("name", ["j301_1", "j3010_1", "j3047_1", "j3017_3", "j6010_1"])
def test_finish_is_the_known_optimum(realdata: Path, name: str) -> None:
    size = name[:3]
    wanted = next(one for one in instances(realdata / "psplib" / f"{size}.sm.tar.xz") if one.name == name)
    with (realdata / "psplib" / "bounds.csv").open(encoding="utf-8") as file:
        known = next(int(row["upper"]) for row in csv.DictReader(file) if row["instance"] == name)
    first, best = first_plan(wanted.levelling()), level(wanted.levelling(), seconds=4)
    assert first.bound <= known <= first.project_finish
    assert (best.project_finish, best.bound, best.proven) == (known, known, True)
