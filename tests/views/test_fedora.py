"""A real plan of 414 tasks on a timeline: summed up so that it can be read, and light."""

from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.loading.load import load
from handbook.views.block.block import Picture
from handbook.views.links import Unlinked
from handbook.views.writers.html import html

from tests.fedora import fedora_project
from tests.views.cases import Case
from tests.views.drawing import drawn

LIGHT = 300 * 1024
READABLE = 64


@pytest.fixture(scope="module")
def fedora(realdata: Path, tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    folder = tmp_path_factory.mktemp("handbook")
    fedora_project(realdata / "fedora20" / "tasks.csv", folder)
    return Portfolio(load(folder).book)


def test_it_is_summed_up(fedora: Portfolio) -> None:
    (picture,) = drawn("timeline", Case("fedora20", {}), fedora)
    assert isinstance(picture, Picture)
    assert 1 < len(picture.twin.rows) <= READABLE


def test_all_of_it_is_light(fedora: Portfolio) -> None:
    blocks = drawn("timeline", Case("fedora20", {"depth": 20}), fedora)
    assert len(html(blocks, Unlinked()).encode()) < LIGHT


def test_its_timetable_is_light(fedora: Portfolio) -> None:
    assert len(html(drawn("timetable", Case("fedora20", {}), fedora), Unlinked()).encode()) < LIGHT
