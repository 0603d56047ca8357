"""A command run for what it prints."""

import subprocess
from collections.abc import Sequence
from pathlib import Path


def output_of(command: Sequence[str], folder: Path) -> str | None:
    """What a command prints in a folder; None if there is no such command or folder, or if it fails."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
