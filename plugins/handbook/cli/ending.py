"""How the command begins and ends as a process."""

import os
import sys
from typing import NoReturn

from handbook.cli.words import words


def main() -> NoReturn:
    """Run the word that was asked for, and end the process with its exit code.

    All is written and closed by then: to take a million objects apart before leaving, as Python does, would
    be a tenth of a large check.
    """
    code = 0
    # No model needs plugins of pydantic, and to look for them is to read about all installed packages.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        words()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody reads any more
            code = code or 1
    os._exit(code)
