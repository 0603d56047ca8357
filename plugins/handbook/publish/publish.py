"""Publish: build a site aside, and put it into a branch as a version."""

from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.publish.build import build
from handbook.publish.deploy import Berth, deploy
from handbook.publish.release import Release


def publish(config: Path, release: Release, berth: Berth) -> str:
    """Build the site that ``config`` describes and publish it; returns the commit that holds the version.

    Raises `BuildFailed`, `Refused` or `GitFailed`; the branch is then as it was. The folder that the site is
    built in is of this run alone, so that two at once cannot publish each other's pages.
    """
    _ask_for_identity(berth)
    with TemporaryDirectory(prefix="handbook-") as folder:
        site = Path(folder, "site")
        build(config, site, release.version, berth.git.environment)
        return deploy(site, release, berth)


def _ask_for_identity(berth: Berth) -> None:
    """Let git say that it does not know who commits before minutes go into a build. Raises `GitFailed`."""
    berth.git.run("var", "GIT_COMMITTER_IDENT")
