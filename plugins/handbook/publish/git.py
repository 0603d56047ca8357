"""The git command, as far as versions need it."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NOTHING = "0" * 40
"""The name git gives to what is not there."""


class GitFailed(Exception):
    """A git command that failed; the argument says why, in one line."""


@dataclass(frozen=True, slots=True)
class Git:
    """One repository, by any folder inside it. All methods raise `GitFailed`."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    def run(self, *words: str) -> str:
        """What ``git words`` prints, without blanks around it."""
        quiet = {**self.environment, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            done = subprocess.run(
                ("git", *words), cwd=self.folder, env=quiet, capture_output=True, text=True, check=False
            )
        except FileNotFoundError as error:
            raise GitFailed(f"expected the command git in {self.folder}, found none") from error
        if done.returncode:
            told = [line for line in done.stderr.splitlines() if line.strip()] or [f"git {words[0]} failed"]
            raise GitFailed(told[-1].removeprefix("fatal: ").removeprefix("error: "))
        return done.stdout.strip()

    def tip(self, name: str) -> str | None:
        """The commit that a name stands for; None if it stands for none."""
        try:
            return self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        except GitFailed:
            return None

    def swap(self, branch: str, new: str, old: str | None) -> bool:
        """Move a branch to ``new`` if it is still at ``old`` (None: not there); leave it otherwise."""
        try:
            self.run("update-ref", f"refs/heads/{branch}", new, old or NOTHING)
        except GitFailed:
            if self.tip(f"refs/heads/{branch}") == old:
                raise
            return False
        return True

    def drop(self, branch: str) -> None:
        """Remove a branch, if it is there."""
        self.run("update-ref", "-d", f"refs/heads/{branch}")

    def is_ancestor(self, older: str, newer: str) -> bool:
        """Whether ``newer`` holds all that ``older`` holds."""
        try:
            self.run("merge-base", "--is-ancestor", older, newer)
        except GitFailed:
            return False
        return True

    def common_folder(self) -> Path:
        """The folder that all work trees of the repository share."""
        return Path(self.folder, self.run("rev-parse", "--git-common-dir")).resolve()
