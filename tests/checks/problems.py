"""Problems that reporters are tested with."""

from __future__ import annotations

from handbook.problems import Note, Place, Problem, Severity
from hypothesis import strategies as st

LATE = Problem(
    "RISK005",
    "expected a review by 2026-02-20, found none",
    Place("projects/apollo/risks.yml", 7, 14),
    Severity.WARNING,
    "look at it",
    "apollo",
    record="apollo/R-1",
)
ODD = Problem(
    "CHECK009", "100% of\n::error::it\x1b[2J: odd, very", Place("projects/a,b:c.yml", 1, 2), fatal=True
)
UNKNOWN = Problem(
    "REF001",
    "unknown person '\u202eanna ]]> [x](https://example.org)'",
    Place("projects/apollo/Über uns/r 1.yml", 3, 5),
    cure="did you mean 'ana'?",
    project="apollo",
    record="apollo/R-2",
)
REMARK = Problem("REF005", "half a \ud83d character", Place("projects/\udcff.yml"), Severity.INFO)
FOREIGN = Problem("ORG001", "a rule that is not ours", Place("/elsewhere/projects/handbook.yml", 9))
CIRCLE = Problem(
    "PLAN001",
    "expected no circle: 'A' waits for 'B', and 'B' for 'A'",
    Place("projects/apollo/plan.yml", 2, 9),
    cure="remove one of the links",
    project="apollo",
    record="apollo/plan.a",
    notes=(
        Note(Place("projects/apollo/plan.yml", 2, 9), "'A' waits for 'B' (beta/plan.b)"),
        Note(Place("projects/beta/plan.yml", 3, 9), "'B' waits for 'A\x1b[2J'"),
    ),
)
ALL = [FOREIGN, UNKNOWN, LATE, ODD, REMARK]

_TEXT = st.text(st.characters(), max_size=40) | st.sampled_from(
    ["]]>", "\ud83d", "\x00\x08\x0b\ufffe\uffff", "\u202e\u2066", "x" * 4_100, "<&\"'>", "\r\n\u2028\x85"]
)
_NOTE = st.builds(Note, st.builds(Place, _TEXT, st.integers(1, 9), st.just(1)), _TEXT)
_ANY_PROBLEM = st.builds(
    Problem,
    st.sampled_from(["RISK005", "REF001", "CHECK009", "ORG001"]),
    _TEXT,
    st.builds(Place, _TEXT, st.integers(1, 10**6), st.integers(1, 10**6)),
    st.sampled_from(Severity),
    _TEXT,
    st.none() | _TEXT,
    st.booleans(),
    _TEXT,
    st.lists(st.builds(Note, st.builds(Place, _TEXT, st.integers(1, 9), st.just(1)), _TEXT), max_size=2).map(
        tuple
    ),
)
lists_of_problems = st.lists(_ANY_PROBLEM, max_size=5)
