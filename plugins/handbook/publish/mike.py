"""A finished folder put into a branch as a version, by mike. Run as a command, in the repository.

Nothing imports this module; `handbook.publish.deploy` starts it in the repository with its order as JSON.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from mike import commands
from mike.git_utils import GitEmptyCommit, GitError, file_mode


def deploy(order: dict[str, Any]) -> None:
    """Commit the folder ``site`` as a version; the top leads to the first alias there ever is."""
    where = {"branch": order["branch"], "message": order["message"]}
    config = {"site_dir": order["site"]}
    names = (order["version"], order["title"] or None, order["aliases"])
    with suppress(GitEmptyCommit), commands.deploy(config, *names, True, commands.AliasType.copy, **where):
        if not Path(order["site"], "index.html").is_file():
            raise FileNotFoundError(f"expected index.html in {order['site']}, found none")
    if order["aliases"] and not _has_top(order["branch"]):
        commands.set_default(order["aliases"][0], **where)
    _hide_others(frozenset(order["listed"]), **where)


def _hide_others(listed: frozenset[str], **where: str) -> None:
    """Leave out of the version menu what is not listed, if anything is; the versions stay where they are."""
    for info in commands.list_versions(where["branch"]):
        names = {str(info.version), *info.aliases}
        hide = bool(listed) and listed.isdisjoint(names)
        if hide != bool((info.properties or {}).get("hidden")):
            commands.set_properties(str(info.version), [("hidden", hide)], **where)


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
    except (GitError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
