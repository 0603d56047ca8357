"""A finished folder put into a branch as a version, whole or not at all."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from handbook.publish.git import Git, GitFailed
from handbook.publish.lock import locked
from handbook.publish.release import Release

PRIVATE = "handbook-publish"
"""Branches below this name are ours, and there only while a version is being put in place."""
_TRIES = 5


class Refused(Exception):
    """Nothing was published; the argument says why, in one line."""


@dataclass(frozen=True, slots=True)
class Berth:
    """Where versions are kept: a branch of a repository, and the remote it is pushed to, if to any."""

    git: Git
    branch: str = "gh-pages"
    remote: str = ""


def deploy(site: Path, release: Release, berth: Berth) -> str:
    """Put the folder ``site`` into the branch as a version, and return the commit that holds it.

    mike makes the commit on a private branch; the real one moves only if it is where it was when that
    began, and otherwise the commit is made again on its new tip. Raises `Refused` or `GitFailed`; the
    branch is then as it was.
    """
    _refuse_current(berth)
    with locked(berth.git.common_folder() / f"{PRIVATE}.lock"):
        _sweep(berth.git)
        for _ in range(_TRIES):
            old = _base(berth)
            new = _commit(site, release, berth, old)
            if _moved(berth, new, old):
                return new
    raise Refused(f"the branch '{berth.branch}' moved {_TRIES} times while the version was put in place")


def _refuse_current(berth: Berth) -> None:
    heads = berth.git.run("worktree", "list", "--porcelain").splitlines()
    if f"branch refs/heads/{berth.branch}" in heads:
        raise Refused(f"the branch '{berth.branch}' is checked out – name another one with --branch")


def _sweep(git: Git) -> None:
    """Remove private branches of runs that were killed."""
    for name in git.run(
        "for-each-ref", "--format=%(refname:lstrip=2)", f"refs/heads/{PRIVATE}/"
    ).splitlines():
        git.drop(name)


def _base(berth: Berth) -> str | None:
    """The commit to build on: the branch here, or there if that one is ahead."""
    here = berth.git.tip(f"refs/heads/{berth.branch}")
    there = _fetched(berth) if berth.remote else None
    if there is None or here is None or here == there:
        return here or there
    if berth.git.is_ancestor(here, there):
        return there
    if berth.git.is_ancestor(there, here):
        return here
    raise Refused(
        f"the branch '{berth.branch}' here and that of {berth.remote} have gone different ways"
        " – remove the branch here, or push it"
    )


def _fetched(berth: Berth) -> str | None:
    listed = berth.git.run("ls-remote", berth.remote, f"refs/heads/{berth.branch}")
    if not listed:
        return None
    berth.git.run("fetch", "--quiet", berth.remote, f"refs/heads/{berth.branch}")
    return listed.split()[0]


def _commit(site: Path, release: Release, berth: Berth, base: str | None) -> str:
    private = f"{PRIVATE}/{uuid4().hex}"
    try:
        if base:
            berth.git.swap(private, base, None)
        _run_mike(site, release, berth.git, private)
        return berth.git.run("rev-parse", f"refs/heads/{private}")
    finally:
        berth.git.drop(private)


def _run_mike(site: Path, release: Release, git: Git, branch: str) -> None:
    source = git.run("rev-parse", "--short", "HEAD")
    order = {
        "site": str(site.resolve()),
        "version": release.version,
        "title": release.title,
        "aliases": list(release.aliases),
        "listed": list(release.listed),
        "branch": branch,
        "message": f"{release}: published from {source}",
    }
    done = subprocess.run(
        (sys.executable, "-P", "-m", "handbook.publish.mike"),
        cwd=git.folder,
        env=git.environment,
        input=json.dumps(order),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refused((done.stderr.strip().splitlines() or ["mike failed"])[-1])


def _moved(berth: Berth, new: str, old: str | None) -> bool:
    """Move the branch, there first if it is pushed; False if somebody else was quicker."""
    here = berth.git.tip(f"refs/heads/{berth.branch}")
    if not berth.remote:
        return berth.git.swap(berth.branch, new, old)
    if _pushed(berth, new, old):
        berth.git.swap(berth.branch, new, here)
        return True
    return False


def _pushed(berth: Berth, new: str, old: str | None) -> bool:
    ref = f"refs/heads/{berth.branch}"
    there = _fetched(berth)
    try:
        berth.git.run(
            "push", "--quiet", f"--force-with-lease={ref}:{there or ''}", berth.remote, f"{new}:{ref}"
        )
    except GitFailed:
        if _fetched(berth) == there:
            raise
        return False
    return True
