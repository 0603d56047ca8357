"""A version is in the branch whole, or the branch is as it was."""

from __future__ import annotations

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from handbook.publish import deploy as module
from handbook.publish.deploy import Berth, Refused, deploy
from handbook.publish.git import Git, GitFailed
from handbook.publish.release import Release

from tests.publish.conftest import MakeSite, clone, files_of

MAY = Release("2026-05", "May 2026", ("latest",))
JUNE = Release("2026-06", "June 2026", ("latest",))


def branches(git: Git) -> list[str]:
    return git.run("for-each-ref", "--format=%(refname:short)", "refs/heads").splitlines()


def test_the_first_version_is_what_the_top_leads_to(git: Git, site: MakeSite) -> None:
    commit = deploy(site("may"), MAY, Berth(git))
    files = files_of(git)
    assert files["2026-05/apollo/index.html"] == "<p>may</p>"
    assert files["latest/apollo/index.html"] == "<p>may</p>"
    assert 'href="latest/"' in files["index.html"]
    assert json.loads(files["versions.json"]) == [
        {"version": "2026-05", "title": "May 2026", "aliases": ["latest"]}
    ]
    assert commit == git.tip("gh-pages")
    assert branches(git) == ["gh-pages", "main"]


def test_a_later_version_leaves_the_earlier_one_and_takes_the_alias(git: Git, site: MakeSite) -> None:
    deploy(site("may"), MAY, Berth(git))
    deploy(site("june"), JUNE, Berth(git))
    files = files_of(git)
    assert files["2026-05/index.html"] == "<h1>may</h1>"
    assert files["2026-06/index.html"] == files["latest/index.html"] == "<h1>june</h1>"
    assert [entry["aliases"] for entry in json.loads(files["versions.json"])] == [["latest"], []]


def test_a_version_can_be_published_again_and_loses_what_is_gone(git: Git, site: MakeSite) -> None:
    folder = site("may")
    (folder / "gone.html").write_text("old")
    deploy(folder, MAY, Berth(git))
    (folder / "gone.html").unlink()
    deploy(folder, MAY, Berth(git))
    assert not [name for name in files_of(git) if name.endswith("gone.html")]


def test_the_same_again_changes_nothing(git: Git, site: MakeSite) -> None:
    first = deploy(site("may"), MAY, Berth(git))
    assert deploy(site("may"), MAY, Berth(git)) == first


def test_versions_that_are_not_listed_leave_the_menu_and_stay_where_they_are(
    git: Git, site: MakeSite
) -> None:
    deploy(site("april"), Release("2026-04"), Berth(git))
    deploy(site("may"), Release("2026-05", aliases=("latest",), listed=("latest",)), Berth(git))
    assert _hidden(git) == {"2026-04": True, "2026-05": False}
    assert "2026-04/index.html" in files_of(git)
    deploy(site("may"), Release("2026-05", aliases=("latest",)), Berth(git))
    assert _hidden(git) == {"2026-04": False, "2026-05": False}


def _hidden(git: Git) -> dict[str, bool]:
    versions = json.loads(git.run("show", "gh-pages:versions.json"))
    return {entry["version"]: entry.get("properties", {}).get("hidden", False) for entry in versions}


def test_a_folder_without_pages_is_refused(git: Git, site: MakeSite, tmp_path: Path) -> None:
    before = deploy(site("may"), MAY, Berth(git))
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused, match=r"expected index\.html"):
        deploy(tmp_path / "empty", JUNE, Berth(git))
    assert git.tip("gh-pages") == before
    assert branches(git) == ["gh-pages", "main"]


def test_a_branch_that_is_checked_out_is_refused(git: Git, site: MakeSite) -> None:
    with pytest.raises(Refused, match="'main' is checked out"):
        deploy(site("may"), MAY, Berth(git, branch="main"))


def test_somebody_else_who_is_quicker_keeps_what_they_published(
    git: Git, site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = module._commit
    june = site("june")
    quicker = [june]

    def late(*order: object) -> str:
        made = commit(*order)  # type: ignore[arg-type]
        if quicker:
            git.swap("gh-pages", commit(quicker.pop(), JUNE, Berth(git), None), None)
        return made

    monkeypatch.setattr(module, "_commit", late)
    deploy(site("may"), MAY, Berth(git))
    files = files_of(git)
    assert files["2026-06/index.html"] == "<h1>june</h1>"
    assert files["2026-05/index.html"] == "<h1>may</h1>"


def test_two_at_once_are_both_there(git: Git, site: MakeSite) -> None:
    folders = {name: site(name) for name in ("one", "two", "three")}
    with ThreadPoolExecutor(3) as workers:
        done = [workers.submit(deploy, folder, Release(name), Berth(git)) for name, folder in folders.items()]
        assert all(task.result() for task in done)
    files = files_of(git)
    assert {name: files[f"{name}/index.html"] for name in folders} == {
        name: f"<h1>{name}</h1>" for name in folders
    }


def test_two_clones_push_to_one_remote(git: Git, site: MakeSite, tmp_path: Path) -> None:
    git.run("clone", "--quiet", "--bare", str(git.folder), str(tmp_path / "origin"))
    ana, ben = clone(tmp_path / "origin", tmp_path / "ana"), clone(tmp_path / "origin", tmp_path / "ben")
    deploy(site("may"), MAY, Berth(ana, remote="origin"))
    deploy(site("june"), JUNE, Berth(ben, remote="origin"))
    origin = Git(tmp_path / "origin", git.environment)
    files = files_of(origin)
    assert files["2026-05/index.html"] == "<h1>may</h1>"
    assert files["2026-06/index.html"] == "<h1>june</h1>"
    assert origin.tip("gh-pages") == ben.tip("gh-pages")


def test_branches_that_went_different_ways_are_refused(git: Git, site: MakeSite, tmp_path: Path) -> None:
    git.run("clone", "--quiet", "--bare", str(git.folder), str(tmp_path / "origin"))
    ana, ben = clone(tmp_path / "origin", tmp_path / "ana"), clone(tmp_path / "origin", tmp_path / "ben")
    deploy(site("may"), MAY, Berth(ana, remote="origin"))
    mine = deploy(site("june"), JUNE, Berth(ben))
    with pytest.raises(Refused, match="gone different ways"):
        deploy(site("may"), MAY, Berth(ben, remote="origin"))
    assert ben.tip("gh-pages") == mine


FAILING_GIT = """#!/bin/sh
count=$(($(cat "$COUNTER") + 1))
echo $count > "$COUNTER"
if [ $count -eq $FAIL_AT ]; then echo "fatal: the disk is full" >&2; exit 128; fi
exec "$REAL_GIT" "$@"
"""


def test_whatever_git_command_fails_the_branch_is_whole(git: Git, site: MakeSite, tmp_path: Path) -> None:
    """Each git command fails in turn: the branch is as it was, or holds the whole version."""
    before = deploy(site("may"), MAY, Berth(git))
    folder, script, counter = site("june"), tmp_path / "bin" / "git", tmp_path / "counter"
    script.parent.mkdir()
    script.write_text(FAILING_GIT)
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    outcomes = set()
    for number in range(1, 60):
        counter.write_text("0")
        environment = {
            **git.environment,
            "PATH": f"{script.parent}{os.pathsep}{git.environment['PATH']}",
            "REAL_GIT": _real_git(git),
            "COUNTER": str(counter),
            "FAIL_AT": str(number),
        }
        try:
            deploy(folder, JUNE, Berth(Git(git.folder, environment)))
            outcomes.add("published")
        except (Refused, GitFailed):
            outcomes.add("refused")
        tip = git.tip("gh-pages")
        whole = tip == before or files_of(git)["2026-06/apollo/index.html"] == "<p>june</p>"
        assert whole, f"git command {number} failed and left half a version"
        git.run("update-ref", "refs/heads/gh-pages", before)
        if int(counter.read_text()) < number:
            break
    assert outcomes == {"refused", "published"}
    assert int(counter.read_text()) < number


def _real_git(git: Git) -> str:
    folders = git.environment["PATH"].split(os.pathsep)
    return next(str(Path(folder, "git")) for folder in folders if Path(folder, "git").is_file())
