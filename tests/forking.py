"""The commands `handbook` and `mkdocs`, run in processes that have their modules already.

A command that starts from nothing spends a second or more on imports; hundreds of runs would spend minutes.
Here one process for each command imports what it needs, once, and forks for each run: a run still has its
own environment, folder, streams and exit code, and nothing that it does is seen by the next. Tests of a
command as it is installed start it themselves.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

Done = subprocess.CompletedProcess[str]
COMMANDS = ("handbook", "mkdocs")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Done:
    """What a command prints and returns in a folder, with the environment that is given and no other."""
    if command[0] not in COMMANDS or not hasattr(os, "fork"):
        path = str(Path(sys.executable).with_name(command[0]))
        return subprocess.run(
            [path, *command[1:]],
            cwd=folder,
            env=dict(environment),
            capture_output=True,
            text=True,
            check=False,
        )
    with tempfile.TemporaryDirectory() as top:
        streams = [Path(top, name) for name in ("out", "err")]
        asked = {
            "command": list(command),
            "folder": str(folder),
            "environment": dict(environment),
            "streams": [str(path) for path in streams],
        }
        code = _answer(_parent(command[0]), asked)
        out, err = (path.read_text("utf-8") for path in streams)
        return subprocess.CompletedProcess(list(command), code, out, err)


def _answer(parent: subprocess.Popen[str], asked: Mapping[str, Any]) -> int:
    assert parent.stdin
    assert parent.stdout
    parent.stdin.write(json.dumps(asked) + "\n")
    parent.stdin.flush()
    return int(parent.stdout.readline())


@cache
def _parent(name: str) -> subprocess.Popen[str]:
    """The process that has the modules of a command; it ends when nobody can ask it any more."""
    return subprocess.Popen(
        [sys.executable, __file__, name],
        env={**os.environ, **QUIET},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _serve(name: str) -> None:
    """Fork for each line that is asked, and answer with the exit code."""
    _import_handbook() if name == "handbook" else _import_mkdocs()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _be_the_command(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _import_handbook() -> None:
    """What nearly every word needs; what is left, the words import themselves."""
    from handbook.checks.registry import rules
    from handbook.cli.words import words
    from handbook.records.kind import kinds

    for word in words.list_commands(None):
        words.get_command(None, word)
    rules()
    kinds()


def _import_mkdocs() -> None:
    """MkDocs with the plugins and themes that are installed."""
    from mkdocs.plugins import get_plugins

    _import_handbook()
    for name in ("handbook/mermaid", "handbook/pages", "handbook/records", "search"):
        get_plugins()[name].load()


def _be_the_command(asked: dict[str, Any]) -> NoReturn:
    """Take on the streams, the folder and the environment of a run, and end with it."""
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    written = [os.open(path, os.O_WRONLY | os.O_CREAT) for path in asked["streams"]]
    for number, stream in enumerate([os.open(os.devnull, os.O_RDONLY), *written]):
        os.dup2(stream, number)
    sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115  (the streams of a process)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    sys.argv = asked["command"]
    os._exit(_code_of(sys.argv[0]))


def _code_of(name: str) -> int:
    """The exit code of a command that is run with the words in `sys.argv`."""
    import traceback

    code = 0
    try:
        _main(name)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _main(name: str) -> None:
    if name == "handbook":
        from handbook.cli import main

        main()
    else:
        from mkdocs.__main__ import cli

        cli()


if __name__ == "__main__":
    _serve(sys.argv[1])
