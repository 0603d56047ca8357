"""Why is this date what it is: what drives each start, and the chain back to a first cause."""

from __future__ import annotations

from handbook.schedule import DriverKind, Timetable, chain

from tests.schedule.plans import plan


def drivers(found: Timetable) -> str:
    words = []
    for row in found:
        of = None if row.driver.activity is None else found.network.activities[row.driver.activity].key
        words.append(f"{row.key}: {row.driver}" + (f" {of}" if of else ""))
    return "\n".join(words)


def test_each_kind_of_driver() -> None:
    found = plan("""
        a 1d
        b 2d
        c 1d after a, b
        d 1d SNET 03-10T08
        g SNET 03-11T08
        g.e 1d
        h after c
        h.f 1d
        i 1d ALAP
        j 1d started 03-02T08
        k 1d after d SNET 03-06T08
        l 1d after c MSO 03-03T08
        long 20d
    """)
    assert drivers(found).splitlines() == [
        "a: project start",
        "b: project start",
        "c: link b",
        "d: constraint d",
        "g: member g.e",
        "g.e: constraint g",
        "h: member h.f",
        "h.f: link c",
        "i: as late as possible",
        "j: actual start",
        "k: link d",
        "l: constraint l",
        "long: project start",
    ]


def test_status_date_drives_unstarted_work() -> None:
    assert plan("a 1d", status="03-04T08")["a"].driver.kind is DriverKind.STATUS


def test_chain_goes_back_to_a_first_cause_through_groups() -> None:
    found = plan("g\ng.a 1d SNET 03-04T08\ng.b 1d\nc 1d after g\nh after c\nh.d 1d\ne 1d after h.d SS +1d")
    way = [(key, str(why)) for key, why in chain(found, "e")]
    assert way == [("e", "link"), ("h.d", "link"), ("c", "link"), ("g.a", "constraint")]


def test_chain_of_a_group_starts_with_its_first_member() -> None:
    found = plan("a 1d\ng\ng.b 2d after a\ng.c 1d after g.b")
    assert [key for key, _ in chain(found, "g")] == ["g", "g.b", "a"]
