"""Rename: everything means what it meant, and only ids have changed."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.checks.run import run
from handbook.exchange.editing.editable import CannotEdit
from handbook.exchange.editing.overlay import Overlay
from handbook.exchange.renaming.markdown import Markdown
from handbook.exchange.renaming.rename import Renaming, rename
from handbook.loading.load import load_tree
from handbook.loading.tree import Disk, Tree
from handbook.pages.fences import WORD, fences
from handbook.pages.references import references
from handbook.records.kind import kinds
from handbook.records.record import Record
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loading.test_tree import memory

MARKDOWN = Markdown(references, fences, WORD)
SAMPLE = load_tree(Disk(Path(__file__).parent.parent.parent))
SINGLE = {name for name, kind in kinds().items() if kind.single and name != "project"}
RENAMED = [record for record in SAMPLE.book.records if record.kind not in {*SINGLE, "raci"}][::24]


def renamed(tree: Tree, old: str, new: str, **choices: object) -> Renaming:
    return rename(load_tree(tree), tree, old, new, markdown=MARKDOWN, **choices)  # type: ignore[arg-type]


def new_id(record: Record) -> str:
    if record.kind == "report":
        return f"{record.id[:-2]}{int(record.id[-2:]) - 1:02}"
    outer, dot, _ = record.id.rpartition(".")
    return f"{outer}{dot}" * bool(record.origin.path and record.parent) + "x-99"


@pytest.mark.parametrize("record", RENAMED, ids=[record.address for record in RENAMED])
def test_the_sample_says_the_same_and_back_again_is_byte_for_byte_the_same(
    record: Record, repository: Path
) -> None:
    tree = Disk(repository)
    one = renamed(tree, record.address, new_id(record))
    there = Overlay(tree, one.changes, one.moves)
    after = load_tree(there)
    assert codes(after) == codes(SAMPLE)
    assert after.book.find(one.target.address(record)) is not None
    assert not [found for found in after.book.references if record.address in found.mention.text.split("/")]
    back = renamed(there, one.target.address(record), record.id)
    again = Overlay(there, back.changes, back.moves)
    for change in one.changes:
        if change.before is not None:
            file = change.file
            for move in back.moves:
                file = file.replace(f"{move.old}/", f"{move.new}/", 1)
            assert again.read(file, 10**6) == change.before


def codes(loaded: object) -> Counter[str]:
    return Counter(problem.code for problem in run(loaded, Portfolio(loaded.book)))  # type: ignore[attr-defined, arg-type]


FILES = {
    "people.yml": "ana: {name: Ana, deputy: tom}\ntom: {name: Tom}\nbob: {name: Bob}\n",
    "handbook.yml": "rules:\n  projects:\n    apollo: {ignore: [RISK]}  # apollo only\n",
    "apollo/project.yml": "title: Apollo\nmanager: ana\nsponsor: '@tom'\nstatus: active\nstart: 2026-01-05\n"
    "purpose: See [[build.api|the API]] and `[[build.api]]`.\n",
    "apollo/plan.yml": "tasks:\n  design: {title: build, duration: 1d}\n"
    "  build:  # build\n    title: build\n    tasks:\n"
    "      api: {title: A, assigned: {ana: 50%}, after: [design]}\n"
    "  test: {title: T, after: [build.api SS+2d, 'plan.build']}\n  build.late: {title: L, duration: 1d}\n",
    "apollo/raci.yml": "build.api: {ana: A, 'tom': R}\n",
    "apollo/risks/R-7.md": '---\ntitle: R-7\nowner: "ana"\nprobability: low\nimpact: low\n'
    "status: monitoring\naffects: [build.api]\n---\nR-7 is [[R-7|R-7]].\n\n    [[R-7]]\n\n[[R-7]]\n",
    "apollo/baselines/2026-01.yml": "date: 2026-01-09\nentries:\n"
    "  build.api: {start: 2026-01-05, finish: 2026-01-06}\n",
    "apollo/waivers.yml": "W-1: {rule: RISK002, record: R-7, reason: R-7, "
    "approved_by: ana, expires: 2026-12-31}\n",
    "apollo/pages/notes.md": "# Notes\n[[build.api]]\n```handbook\nview: record\nrecord: R-7\n```\n",
    "gemini/project.yml": "title: Gemini\nmanager: ana\nsponsor: tom\nstatus: active\nstart: 2026-01-05\n"
    "depends_on: [apollo, apollo/plan.build]\n",
    "gemini/risks.yml": "bob: {title: B, owner: '@bob', probability: low, impact: low, "
    "status: monitoring, links: [{record: apollo/R-7}]}\n",
}
PAGES = [("projects/apollo/pages/notes.md", "apollo"), ("docs/index.md", None)]
INDEX = "[[apollo/R-7]]\n```handbook\nview: risk_register\nproject: apollo\nrecord: R-7\n```\n"


@pytest.fixture
def tree() -> Tree:
    files = {f"projects/{name}": text.encode() for name, text in FILES.items()}
    return memory(**files, **{"docs/index.md": INDEX.encode()})


def changed(tree: Tree, renaming: Renaming) -> dict[str, list[str]]:
    """The lines of each file that were not there before."""
    found = {}
    for change in renaming.changes:
        if change.after is not None:
            source = renaming.names.get(change.file, change.file)
            before = next((one.before for one in renaming.changes if one.file == source), b"") or b""
            old = before.decode().splitlines()
            found[change.file] = [line for line in change.after.decode().splitlines() if line not in old]
    return found


def test_a_task_with_what_is_inside_it(tree: Tree) -> None:
    assert changed(tree, renamed(tree, "apollo/build", "construct", pages=PAGES)) == {
        "projects/apollo/project.yml": ["purpose: See [[construct.api|the API]] and `[[build.api]]`."],
        "projects/apollo/plan.yml": [
            "  construct:  # build",
            "  test: {title: T, after: [construct.api SS+2d, 'plan.construct']}",
            "  construct.late: {title: L, duration: 1d}",
        ],
        "projects/apollo/raci.yml": ["construct.api: {ana: A, 'tom': R}"],
        "projects/apollo/risks/R-7.md": ["affects: [construct.api]"],
        "projects/apollo/baselines/2026-01.yml": ["  construct.api: {start: 2026-01-05, finish: 2026-01-06}"],
        "projects/apollo/pages/notes.md": ["[[construct.api]]"],
        "projects/gemini/project.yml": ["depends_on: [apollo, apollo/plan.construct]"],
    }


def test_a_record_with_a_file_of_its_own(tree: Tree) -> None:
    one = renamed(tree, "R-7", "R-8", pages=PAGES)
    assert one.names == {"projects/apollo/risks/R-8.md": "projects/apollo/risks/R-7.md"}
    assert changed(tree, one) == {
        "projects/apollo/risks/R-8.md": ["R-7 is [[R-8|R-7]].", "[[R-8]]"],
        "projects/apollo/waivers.yml": [
            "W-1: {rule: RISK002, record: R-8, reason: R-7, approved_by: ana, expires: 2026-12-31}"
        ],
        "projects/apollo/pages/notes.md": ["record: R-8"],
        "projects/gemini/risks.yml": [FILES["gemini/risks.yml"].replace("R-7", "R-8").strip()],
        "docs/index.md": ["[[apollo/R-8]]", "record: R-8"],
    }


def test_a_project(tree: Tree) -> None:
    one = renamed(tree, "apollo", "artemis", pages=PAGES)
    assert [tuple(move) for move in one.moves] == [("projects/apollo", "projects/artemis")]
    assert changed(tree, one) == {
        "projects/handbook.yml": ["    artemis: {ignore: [RISK]}  # apollo only"],
        "projects/gemini/project.yml": ["depends_on: [artemis, artemis/plan.build]"],
        "projects/gemini/risks.yml": [FILES["gemini/risks.yml"].replace("apollo", "artemis").strip()],
        "docs/index.md": ["[[artemis/R-7]]", "project: artemis"],
    }


def test_a_person_gets_the_sign_only_where_the_id_alone_means_another(tree: Tree) -> None:
    found = changed(tree, renamed(tree, "@tom", "design", pages=PAGES))
    assert found["projects/people.yml"] == ["ana: {name: Ana, deputy: design}", "design: {name: Tom}"]
    assert found["projects/apollo/project.yml"] == ["sponsor: '@design'"]
    assert found["projects/apollo/raci.yml"] == ["build.api: {ana: A, 'design': R}"]


NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,4}(-[0-9]{1,2})?", fullmatch=True)


@settings(max_examples=12)
@given(
    record=st.sampled_from([record for record in SAMPLE.book.records if record.kind == "task"]), name=NAMES
)
def test_any_task_with_any_name_or_nothing_at_all(record: Record, name: str) -> None:
    tree = Disk(Path(__file__).parent.parent.parent)
    outer = record.id[: len(record.id) - len(str(record.origin.path[-1]))]
    try:
        one = rename(SAMPLE, tree, record.address, outer + name, markdown=MARKDOWN)
    except CannotEdit:
        assert SAMPLE.book.resolve(outer + name, record.project)
        return
    after = load_tree(Overlay(tree, one.changes)).book
    meant = [[one.target.address(target) for target in found.targets] for found in SAMPLE.book.references]
    assert [[target.address for target in found.targets] for found in after.references] == meant


def test_a_page_that_does_not_name_the_record_is_not_in_the_way(tree: Tree) -> None:
    odd = {"docs/odd.md": b"\xef\xbb\xbfodd\r\nodd\n", "docs/names.md": b"\xef\xbb\xbf[[apollo/R-7]]\n"}
    files = memory(**{**tree.files, **odd})  # type: ignore[attr-defined]
    assert renamed(files, "R-7", "R-8", pages=[("docs/odd.md", None)]).changes
    with pytest.raises(CannotEdit, match="found a byte order mark"):
        renamed(files, "R-7", "R-8", pages=[("docs/names.md", None)])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("R-77", "R-8", "unknown record 'R-77' – did you mean 'R-7'?"),
        ("R-7", "8", "expected an id like R-7 or build.api, found '8'"),
        ("ana", "tom", "the id 'tom' is taken by @tom in projects/people.yml:2:1"),
        ("apollo/build.api", "api", "expected an id that continues 'build.', found 'api'"),
        ("apollo", "gemini", "the id 'gemini' is taken by gemini"),
        ("R-7", "R-7", "apollo/R-7 has that id"),
        ("bob", "x", "'bob' is the name of several records"),
    ],
)
def test_what_cannot_be_renamed_is_refused(old: str, new: str, told: str, tree: Tree) -> None:
    files = {**tree.files, "projects/gemini/issues.yml": b"bob: {title: Bob}\n"}  # type: ignore[attr-defined]
    with pytest.raises(CannotEdit, match=re.escape(told)):
        renamed(memory(**files), old, new, **({"project": "gemini"} if old == "bob" else {}))


def test_nothing_is_renamed_beside_a_file_that_cannot_be_read(tree: Tree) -> None:
    files = {**tree.files, "projects/gemini/issues.yml": b"I-1: {title: [\n"}  # type: ignore[attr-defined]
    with pytest.raises(CannotEdit, match="a file that cannot be read may name the record"):
        renamed(memory(**files), "R-7", "R-8")
