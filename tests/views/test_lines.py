"""Which lines a timeline has: all while they can be read, summed up beyond."""

from handbook.analysis.portfolio import Portfolio
from handbook.views.plans.lines import Line, by_group, by_summary

from tests.books import book


def _told(lines: tuple[Line, ...]) -> list[str]:
    return [
        f"{'  ' * line.depth}{line.entry.record.id if line.entry else line.name}{'+' if line.folded else ''}"
        for line in lines
    ]


PLAN = """
apollo:
  tasks:
    done:
      title: Done
      tasks:
        one: {title: One, duration: 1d, started: 2026-05-04, finished: 2026-05-04}
        two: {title: Two, duration: 1d, started: 2026-05-05, finished: 2026-05-05}
    open:
      title: Open
      tasks:
        deep:
          title: Deep
          tasks:
            three: {title: Three, duration: 3d}
            four: {title: Four, duration: 3d}
    last: {title: Last, duration: 2d, after: [open]}
  milestones:
    M-1: {title: Half, after: [done], due: 2026-06-01}
    M-2: {title: All, after: [last, done]}
    M-3: {title: Alone, expected: 2026-07-01}
people: {ana: {name: Ana}, tom: {name: Tom}}
"""


def _plan() -> Portfolio:
    return Portfolio(book(PLAN))


def test_a_milestone_stands_behind_what_it_waits_for_longest() -> None:
    assert _told(by_summary(_plan().plan("apollo"), 9)) == [
        *("done", "  done.one", "  done.two", "M-1"),
        *("open", "  open.deep", "    open.deep.three", "    open.deep.four", "last", "M-2", "M-3"),
    ]


def test_what_is_done_is_folded_first() -> None:
    assert _told(by_summary(_plan().plan("apollo"), None, most=9)) == [
        *(
            "done+",
            "M-1",
            "open",
            "  open.deep",
            "    open.deep.three",
            "    open.deep.four",
            "last",
            "M-2",
            "M-3",
        )
    ]


def test_then_the_deepest_levels() -> None:
    assert _told(by_summary(_plan().plan("apollo"), None, most=7)) == [
        "done+",
        "M-1",
        "open",
        "  open.deep+",
        "last",
        "M-2",
        "M-3",
    ]
    assert _told(by_summary(_plan().plan("apollo"), None, most=2)) == [
        "done+",
        "M-1",
        "open+",
        "last",
        "M-2",
        "M-3",
    ]


def test_a_folded_line_knows_its_parts() -> None:
    folded = by_summary(_plan().plan("apollo"), 0)[2]
    assert [entry.record.id for entry in folded.parts] == ["open.deep.three", "open.deep.four"]


def test_groups_hold_tasks_without_parts() -> None:
    lines = by_group(_plan().plan("apollo"), lambda entry: "" if entry.is_milestone else entry.record.id[:4])
    assert _told(lines) == [
        *("done", "  done.one", "  done.two", "last", "  last"),
        *("open", "  open.deep.three", "  open.deep.four", "", "  M-1", "  M-2", "  M-3"),
    ]
