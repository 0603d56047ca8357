"""`handbook check`: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.handbooks import BASE, lay
from tests.cli.conftest import HANDBOOK, RISKS, Done

Run = Callable[..., Done]
OVERDUE = "projects/apollo/risks.yml:10:14: RISK005 expected a review by 2026-02-20, found none"
UNKNOWN = "projects/apollo/risks.yml:6:10: REF001 unknown person 'anna' – did you mean 'ana'?"


def test_a_clean_handbook(handbook: Run, tmp_path: Path) -> None:
    lay(tmp_path, {})
    done = handbook("check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no problems\n", "")


def test_warnings_count_when_it_is_strict(handbook: Run, warned: Path) -> None:
    assert handbook("check").returncode == 0
    assert handbook("check", "--strict").returncode == 1


def test_errors_always_count(handbook: Run, failed: Path) -> None:
    done = handbook("check")
    first, second, summary = done.stdout.splitlines()
    assert first == UNKNOWN
    assert second.startswith(OVERDUE)
    assert summary == "1 error, 1 warning"
    assert done.returncode == 1


def test_rules_can_be_chosen(handbook: Run, failed: Path) -> None:
    assert handbook("check", "--select", "RISK").stdout.startswith(OVERDUE)
    assert handbook("check", "--ignore", "risk005,REF").stdout == "no problems\n"


def test_a_rule_of_the_handbook_can_be_chosen_and_is_remembered(handbook: Run, tmp_path: Path) -> None:
    own = "{ORG001: {on: person, when: email == null, message: 'expected an address of {name}'}}"
    lay(tmp_path, {"handbook.yml": f"rules: {{own: {own}}}"})
    first, again = (handbook("check", "--select", "ORG", "--format", "json").stdout for _ in range(2))
    assert first == again
    assert [one["record"] for one in json.loads(first)["problems"]] == ["@ana", "@tom", "@eve"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere",), "'nowhere' does not exist"),
        (("--select", "RSIK"), "unknown rule 'RSIK' – did you mean 'RISK"),
        (("--status-date", "2 March"), "expected commit, today, or a date like 2026-03-31, found '2 March'"),
        (("--format", "xml"), "'xml' is not one of"),
        (
            ("--baseline-problems", "none.json"),
            "'none.json', found: No such file or directory – write it with",
        ),
        (("--baseline-problems", "projects/people.yml"), "'projects/people.yml', found: Expecting value"),
        (
            ("--baseline-problems", "k.json", "--update-baseline", "--select", "RISK"),
            "without --audience, --select and",
        ),
        (
            ("--update-baseline",),
            "expected --baseline-problems and a file beside --update-baseline, found none",
        ),
        (("--output", "no/report.json"), "can be written at 'no/report.json', found: No such file"),
        (("--audience", "publik"), "found 'publik' – did you mean 'public'?"),
    ],
)
def test_what_cannot_be_checked(words: tuple[str, ...], told: str, handbook: Run, warned: Path) -> None:
    done = handbook("check", *words)
    assert done.returncode == 2
    assert told in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stderr


def test_a_folder_without_projects_cannot_be_checked(handbook: Run) -> None:
    done = handbook("check")
    assert done.returncode == 2
    assert "READ012" in done.stdout


def test_paths_are_seen_from_where_it_runs(handbook: Run, tmp_path: Path) -> None:
    lay(tmp_path / "docs" / "book", {"apollo/risks.yml": RISKS.format(owner="anna")})
    done = handbook("check", "docs/book")
    assert done.stdout.startswith("docs/book/projects/apollo/risks.yml:6:10: REF001")
    assert (tmp_path / done.stdout.partition(":")[0]).is_file()


def test_json_is_all_that_is_printed(handbook: Run, failed: Path) -> None:
    found = json.loads(handbook("check", "--format", "json").stdout)
    assert found["counts"] == {"error": 1, "warning": 1, "info": 0}
    assert [problem["code"] for problem in found["problems"]] == ["REF001", "RISK005"]


def test_github_gets_annotations_and_a_page(handbook: Run, failed: Path, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n")
    done = handbook("check", "--format", "github", GITHUB_STEP_SUMMARY=str(page))
    assert UNKNOWN in done.stdout
    place = "file=projects/apollo/risks.yml,line=6,col=10,title=REF001 unknown-reference"
    assert f"::error {place}::unknown person 'anna' – did you mean 'ana'?" in done.stdout.splitlines()
    assert page.read_text().startswith("before\n### Handbook: 1 error, 1 warning\n")
    assert done.returncode == 1


def test_no_page_is_written_without_being_asked(handbook: Run, failed: Path) -> None:
    before = sorted(failed.rglob("*"))
    handbook("check", "--format", "github")
    assert sorted(failed.rglob("*")) == before


def test_a_restricted_reader_is_told_nothing_of_what_they_may_not_see(handbook: Run, tmp_path: Path) -> None:
    risks = RISKS.format(owner="anna") + "  audience: restricted\n"
    charter = (BASE / "apollo" / "project.yml").read_text() + "audience: public\n"
    lay(tmp_path, {"apollo/risks.yml": risks, "apollo/project.yml": charter})
    assert "supplier" not in handbook("check", "--audience", "public").stdout
    assert "REF001" not in handbook("check", "--audience", "public").stdout
    assert "REF001" in handbook("check").stdout


@pytest.mark.parametrize(("environment", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_is_coloured_unless_it_is_not_to_be(
    environment: dict[str, str], is_coloured: bool, failed: Path
) -> None:
    told = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    ours, theirs = pty.openpty()
    command = [str(HANDBOOK), "check"]
    subprocess.run(command, cwd=failed, env={**told, **environment}, stdout=theirs, check=False)
    os.close(theirs)
    printed = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "REF001" in printed
    assert ("\x1b[" in printed) == is_coloured


def test_a_terminal_that_knows_only_ascii(handbook: Run, failed: Path) -> None:
    done = handbook("check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1, done.stderr
    assert "REF001" in done.stdout


@pytest.mark.parametrize("format_", ["sarif", "junit", "gitlab", "rdjson", "json"])
def test_a_report_is_all_that_is_printed_or_goes_into_a_file(
    format_: str, handbook: Run, failed: Path
) -> None:
    printed = handbook("check", "--format", format_)
    assert printed.stdout.startswith(("{", "[", "<?xml"))
    assert (printed.stdout.count("REF001") > 0, printed.stderr, printed.returncode) == (True, "", 1)
    written = handbook("check", "--format", format_, "--output", "report")
    assert written.stdout == handbook("check").stdout
    assert written.returncode == 1
    assert (failed / "report").read_text(encoding="utf-8") == printed.stdout


def test_known_problems_are_hidden_and_new_ones_are_not(handbook: Run, failed: Path) -> None:
    begun = handbook("check", "--baseline-problems", "known.json", "--update-baseline")
    assert (begun.returncode, begun.stdout) == (0, "no problems\n")
    assert begun.stderr == "2 known problems hidden\n"
    again = handbook("check", "--baseline-problems", "known.json", "--strict")
    assert (again.returncode, again.stdout, again.stderr) == (0, "no problems\n", begun.stderr)
    second = RISKS.format(owner="anna") + RISKS.format(owner="ana").replace("R-1", "R-2")
    (failed / "projects" / "apollo" / "risks.yml").write_text(f"# a line above\n{second}")
    grown = handbook("check", "--baseline-problems", "known.json", "--strict")
    assert grown.returncode == 1
    assert grown.stdout.startswith("projects/apollo/risks.yml:21:14: RISK005")
    assert grown.stdout.endswith("\n1 warning\n")


def test_known_problems_are_known_from_any_folder(handbook: Run, tmp_path: Path) -> None:
    book = tmp_path / "docs" / "book"
    lay(book, {"apollo/risks.yml": RISKS.format(owner="anna")})
    handbook("check", "docs/book", "--baseline-problems", "known.json", "--update-baseline")
    (tmp_path / "known.json").replace(book / "known.json")
    inside = subprocess.run(
        [str(HANDBOOK), "check", "--baseline-problems", "known.json"],
        cwd=book,
        capture_output=True,
        text=True,
        check=True,
    )
    assert inside.stderr == "2 known problems hidden\n"


def test_known_problems_that_are_gone_are_told_unless_only_some_were_looked_for(
    handbook: Run, failed: Path
) -> None:
    handbook("check", "--baseline-problems", "known.json", "--update-baseline")
    before = (failed / "known.json").read_text()
    (failed / "projects" / "apollo" / "risks.yml").write_text(RISKS.format(owner="ana"))
    done = handbook("check", "--baseline-problems", "known.json")
    assert done.stderr.splitlines() == [
        "1 known problem hidden",
        "1 known problem gone; --update-baseline takes it out of known.json",
    ]
    assert (
        handbook("check", "--baseline-problems", "known.json", "--select", "RISK").stderr
        == "1 known problem hidden\n"
    )
    handbook("check", "--baseline-problems", "known.json", "--update-baseline")
    assert handbook("check", "--baseline-problems", "known.json").stderr == "1 known problem hidden\n"
    assert len((failed / "known.json").read_text()) < len(before)


def test_a_file_that_cannot_be_read_hides_nothing_and_changes_nothing(handbook: Run, failed: Path) -> None:
    handbook("check", "--baseline-problems", "known.json", "--update-baseline")
    before = (failed / "known.json").read_bytes()
    (failed / "projects" / "apollo" / "risks.yml").write_text("R-1: {")
    done = handbook("check", "--baseline-problems", "known.json", "--update-baseline")
    assert done.returncode == 1
    assert "projects/apollo/risks.yml" in done.stdout
    assert done.stderr.startswith("note: known.json is as it was – first put READ")
    assert (failed / "known.json").read_bytes() == before


def test_a_folder_without_projects_makes_nothing_known(handbook: Run, tmp_path: Path) -> None:
    done = handbook("check", "--baseline-problems", "known.json", "--update-baseline")
    assert done.returncode == 2
    assert not (tmp_path / "known.json").exists()
