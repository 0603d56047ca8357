"""Models print as text that a person can read."""

from __future__ import annotations

import pickle

from tests.schedule.plans import network, plan


def test_network_as_text() -> None:
    text = str(
        network("a 2d SNET 03-03T08 by 03-06T17\nb e1d after a SS -1d\nc 1d ALAP 50% started 03-02T08")
    )
    assert text == (
        "a: 960 min, SNET 2026-03-03 08:00, deadline 2026-03-06 17:00\n"
        "b: 1440 min elapsed\n"
        "c: 480 min, ALAP, actual start 2026-03-02 08:00, 50 %\n"
        "a -> b SS-480 min"
    )


def test_timetable_as_text() -> None:
    assert str(plan("a 2d\nb 1d after a MSO 03-03T08")) == (
        "a: 2026-03-02 08:00 - 2026-03-03 17:00, float -480/0 critical, by project start\n"
        "b: 2026-03-03 08:00 - 2026-03-03 17:00, float -480/0 critical, by constraint\n"
        "conflict: b: MSO 2026-03-03 08:00, possible 2026-03-04 08:00"
    )


def test_timetable_travels_to_another_process() -> None:
    found = plan("a 2d\nb 1d after a MSO 03-03T08")
    assert str(pickle.loads(pickle.dumps(found))) == str(found)
