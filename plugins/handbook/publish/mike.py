"""A finished folder put into a branch as a version, by mike. Run as a command, in the repository.

Nothing imports this module; `handbook.publish.deploy` starts it in the repository with its order as JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any

from mike import commands
from mike.git_utils import GitEmptyCommit, GitError, file_mode

UNCHANGED = 3
"""The exit status that says that the branch holds the version already, as it is."""


def deploy(order: dict[str, Any]) -> None:
    """Commit the folder ``site`` as a version; the top leads to the first alias there ever is."""
    where = {"branch": order["branch"], "message": order["message"]}
    config = {"site_dir": order["site"], "use_directory_urls": order["folders"]}
    names = (order["version"], order["title"] or None, order["aliases"])
    with commands.deploy(config, *names, True, commands.AliasType.copy, **where):
        if not Path(order["site"], "index.html").is_file():
            raise FileNotFoundError(f"expected index.html in {order['site']}, found none")
    if order["aliases"] and not _has_top(order["branch"]):
        commands.set_default(order["aliases"][0], **where)


def _has_top(branch: str) -> bool:
    try:
        file_mode(branch, "index.html")
    except GitError:
        return False
    return True


def main() -> int:
    """Do what the order on standard input says."""
    try:
        deploy(json.load(sys.stdin))
    except GitEmptyCommit:
        return UNCHANGED
    except (GitError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
