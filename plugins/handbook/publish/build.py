"""A site built aside, in a folder of its own."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

VERSION_VARIABLE = "MIKE_DOCS_VERSION"
"""Tells mike's plugin, if the site has it, which version is being built."""


class BuildFailed(Exception):
    """The site could not be built; the argument is what the generator said."""


def build(config: Path, site: Path, version: str, environment: Mapping[str, str]) -> None:
    """Build the site that ``config`` describes into the new folder ``site``. Raises `BuildFailed`."""
    done = subprocess.run(
        (sys.executable, "-P", "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)),
        env={**environment, VERSION_VARIABLE: version},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildFailed(done.stdout.strip() or f"mkdocs ended with status {done.returncode}")
