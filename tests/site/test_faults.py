"""A handbook with errors is not built, and what was built before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.made import RISKS
from tests.site.builds import MATERIAL, PLUGINS, build, built, files, make

UNKNOWN = RISKS.replace("owner: ana", "owner: nobody")
WARNED = RISKS.replace("  cause: One factory makes the part\n", "")


def test_an_error_stops_the_build_and_the_last_site_stays(tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = files(built(folder))
    (folder / "projects" / "apollo" / "risks.yml").write_text(UNKNOWN)
    done = build(folder)
    assert done.returncode == 1
    assert "ERROR   -  projects/apollo/risks.yml:6:10: REF001 unknown person 'nobody'" in done.stderr
    assert "nothing was written" in done.stdout
    assert "Traceback" not in done.stderr
    assert files(folder / "site") == before


def test_a_warning_is_told_and_stops_a_strict_build(tmp_path: Path) -> None:
    folder = make(tmp_path, files={"apollo/risks.yml": WARNED})
    done = build(folder)
    assert done.returncode == 0
    assert "WARNING -  projects/apollo/risks.yml:1:1: RISK010" in done.stderr
    strict = build(folder, "--strict", "--site-dir", "strict")
    assert strict.returncode == 1
    assert not (folder / "strict").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```handbook\nview: timelin\n```\n", "docs/a/b.md:6:7: PAGE001 unknown view 'timelin'"),
        (
            "~~~handbook\nview: timeline\n~~~\n",
            "docs/a/b.md:5:1: PAGE004 the view 'timeline' shows one project",
        ),
        (
            "```handbook\nview: timeline\nproject: apolo\n```\n",
            "docs/a/b.md:7:10: PAGE004 unknown project 'apolo' – did you mean 'apollo'?",
        ),
        (
            "```handbook\nview: timeline\nproject: apollo\nform: 2026\n```\n",
            "docs/a/b.md:8:1: PAGE002 unknown option 'form' – did you mean 'from'?",
        ),
    ],
)
def test_a_view_that_cannot_be_shown_stops_the_build(text: str, told: str, tmp_path: Path) -> None:
    folder = make(tmp_path, docs={"a/b.md": f"---\ntitle: B\n---\n\n{text}"})
    done = build(folder)
    assert done.returncode == 1
    assert told in done.stderr
    assert not (folder / "site").exists()


def test_an_unknown_reference_is_a_warning_with_its_place(tmp_path: Path) -> None:
    folder = make(tmp_path, docs={"a.md": "# A\n\nsee [[apollo/R-2]]\n"})
    done = build(folder)
    assert done.returncode == 0
    told = "docs/a.md:3:5: PAGE005 unknown reference 'apollo/R-2' – did you mean 'apollo/R-1'?"
    assert f"WARNING -  {told}" in done.stderr
    assert done.stderr.count("PAGE005") == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("{audience: pubic}", "READ017 expected one of the audiences"),
        ("{status_date: soon}", "handbook/records: expected a date like 2026-03-31"),
        ("{limits: {file_byte: 3}}", "expected one of the limits depth, file_bytes"),
        ("{limits: {depth: 0}}", "depth: expected a whole number above 0"),
        ("{projects: nowhere}", "READ012 expected a folder 'nowhere'"),
        ("{project: x}", "Unrecognised configuration name: project"),
    ],
)
def test_options_that_mean_nothing_are_told(options: str, told: str, tmp_path: Path) -> None:
    plugins = f"plugins: [handbook/records: {options}, handbook/pages]\n"
    done = build(make(tmp_path, MATERIAL + plugins), "--strict")
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_pages_without_records_are_told(tmp_path: Path) -> None:
    done = build(make(tmp_path, f"{MATERIAL}plugins: [handbook/pages]\n"))
    assert done.returncode == 1
    assert "expected the plugin handbook/records" in done.stderr


def test_records_alone_check_and_add_nothing(tmp_path: Path) -> None:
    config = f"{MATERIAL}plugins: [handbook/records]\n"
    site = built(make(tmp_path / "good", config, docs={"index.md": "# Home\n"}))
    assert not (site / "apollo").exists()
    assert build(make(tmp_path / "bad", config, {"apollo/risks.yml": UNKNOWN})).returncode == 1


def test_a_site_for_a_circle_holds_nothing_of_narrower_ones(tmp_path: Path) -> None:
    secret = RISKS.replace("The supplier goes out of business", "Unspeakable").replace(
        "  owner:", "  audience: restricted\n  owner:"
    )
    page = "---\naudience: restricted\n---\n# Unspeakable\n"
    folder = make(tmp_path, files={"apollo/risks.yml": secret, "apollo/pages/secret.md": page})
    site = built(folder)
    assert not [name for name, content in files(site).items() if b"Unspeakable" in content]
    config = MATERIAL + PLUGINS.replace("handbook/records", "handbook/records: {audience: restricted}")
    (folder / "mkdocs.yml").write_text(f"site_name: Test\n{config}")
    shown = [name for name, content in files(built(folder)).items() if b"Unspeakable" in content]
    assert {"apollo/risks/index.html", "apollo/secret/index.html", "search/search_index.json"} <= set(shown)


def test_pages_that_are_left_out_are_not_looked_at(tmp_path: Path) -> None:
    config = f"{MATERIAL}{PLUGINS}exclude_docs: old/\n"
    folder = make(tmp_path, config, docs={"old/a.md": "```handbook\nview: nothing\n```\n"})
    assert build(folder, "--strict").returncode == 0
