"""`handbook new`, `fmt` and `rename`: what they print, write and refuse."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.handbooks import lay
from tests.cli.conftest import RISKS, Done

Run = Callable[..., Done]
DAY = ("--status-date", "2026-03-02")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return lay(tmp_path, {"apollo/risks.yml": RISKS.format(owner="ana")})


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def test_a_new_record_is_told_with_its_place(handbook: Run, book: Path) -> None:
    done = handbook("new", "risk", "apollo", "--set", "title=Two", "--set", "impact={time: minor}", *DAY)
    assert (done.returncode, done.stdout) == (0, "projects/apollo/risks.yml:12 apollo/R-2\n")
    text = (book / "projects/apollo/risks.yml").read_text()
    assert text.startswith(RISKS.format(owner="ana") + "\nR-2:\n  title: Two\n")
    assert "  impact: {time: minor}\n" in text


def test_a_record_of_the_organisation_needs_no_project(handbook: Run, book: Path) -> None:
    done = handbook("new", "person", "--id", "zoe", "--set", "name=Zoe")
    assert (done.returncode, done.stdout) == (0, "projects/people.yml:4 @zoe\n")


def test_an_id_that_the_history_knows_is_not_given_again(handbook: Run, book: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        subprocess.run(["git", *who, *words], cwd=book, check=True, capture_output=True)

    risks = book / "projects/apollo/risks.yml"
    first = risks.read_text()
    git("init", "-q")
    risks.write_text(first + "\nR-2: {title: Gone}\n")
    (book / "projects/apollo/risks").mkdir()
    (book / "projects/apollo/risks/R-3.md").write_text("---\ntitle: Gone\n---\n")
    git("add", ".")
    git("commit", "-qm", "two risks")
    risks.write_text(first)
    (book / "projects/apollo/risks/R-3.md").unlink()
    git("commit", "-qam", "one risk")
    assert handbook("new", "risk", "apollo", *DAY).stdout.endswith(" apollo/R-4\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new", "risk", "apollo", "--owner", "anna"), "unknown person 'anna' – did you mean 'ana'?"),
        (("new", "risk"), "expected the project of the risk, found none"),
        (("new", "risk", "apollo", "--set", "title"), "expected field=value, found 'title'"),
        (("new", "risk", "apollo", "--set", "tags=[a"), "tags: expected a comma or ']'"),
        (("rename", "R-9", "R-2"), "unknown record 'R-9' – did you mean 'R-1'?"),
        (("rename", "ana", "tom"), "the id 'tom' is taken"),
        (("fmt", ".", "projects/apollo/reports/../../../nothing"), "does not exist"),
    ],
)
def test_nothing_is_written_if_something_is_wrong(
    words: tuple[str, ...], told: str, handbook: Run, book: Path
) -> None:
    before = contents(book)
    done = handbook(*words)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert contents(book) == before


def test_files_are_laid_out(handbook: Run, book: Path) -> None:
    assert handbook("fmt").returncode == 0
    file = book / "projects/apollo/issues.yml"
    file.write_text("I-1:\n    severity: 'low'\n    title: One\n")
    checked = handbook("fmt", "--check")
    assert (checked.returncode, checked.stdout) == (1, "projects/apollo/issues.yml\n")
    shown = handbook("fmt", "--diff")
    assert shown.returncode == 0
    assert "-    severity: 'low'\n" in shown.stdout
    assert "+  severity: low\n" in shown.stdout
    assert handbook("fmt", ".", "projects/people.yml", "--check").returncode == 0
    assert handbook("fmt").stdout == "projects/apollo/issues.yml\n"
    assert file.read_text() == "I-1:\n  title: One\n  severity: low\n"
    assert handbook("fmt", "--check").returncode == 0


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_laid_out(handbook: Run, book: Path) -> None:
    (book / "projects/apollo/issues.yml").write_text("I-1: {title: One, blocks:   [M-1]}\n")
    (book / "projects/apollo/actions.yml").write_text("A-1: {text: [\n")
    done = handbook("fmt")
    assert done.returncode == 1
    assert done.stderr.startswith("projects/apollo/actions.yml:1: expected")
    assert (book / "projects/apollo/issues.yml").read_text() == "I-1: {title: One, blocks: [M-1]}\n"


def test_a_record_is_renamed_with_its_references(handbook: Run, book: Path) -> None:
    (book / "docs").mkdir()
    (book / "docs/index.md").write_text("See [[apollo/R-1]].\n")
    before = contents(book)
    shown = handbook("rename", "R-1", "R-5", "--dry-run")
    assert shown.returncode == 0
    assert "-R-1:\n+R-5:\n" in shown.stdout
    assert contents(book) == before
    done = handbook("rename", "R-1", "R-5")
    assert done.stdout.splitlines() == ["projects/apollo/risks.yml", "docs/index.md"]
    assert done.stderr == "apollo/R-1 is apollo/R-5, in 2 files\n"
    assert (book / "docs/index.md").read_text() == "See [[apollo/R-5]].\n"


def test_a_project_is_renamed_with_its_folder(handbook: Run, book: Path) -> None:
    before = handbook("check", *DAY).stdout
    assert handbook("rename", "apollo", "artemis").stdout == "projects/apollo -> projects/artemis\n"
    assert not (book / "projects/apollo").exists()
    assert handbook("check", *DAY).stdout == before.replace("apollo", "artemis")
