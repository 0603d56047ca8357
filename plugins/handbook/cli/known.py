"""Known problems from the command line: a file that hides them, and what is told about it beside a report."""

from pathlib import Path

import click

from handbook.checks.known import Sifted, read, sift, written
from handbook.cli.writing import write
from handbook.problems import Problem


def unknown(
    file: Path, problems: tuple[Problem, ...], *, update: bool, is_whole: bool
) -> tuple[Problem, ...]:
    """The problems that ``file`` does not know; the others are counted on standard error.

    On ``update`` the file first comes to know all of them, unless one is fatal and may hide others. Known
    problems are told to be gone only if the check ``is_whole``. Ends the command with 2 if the file cannot be
    read or written.
    """
    if update:
        fatal = next((problem for problem in problems if problem.fatal), None)
        if fatal:
            click.echo(f"note: {file} is as it was – first put {fatal.code} right", err=True)
            return problems
        write(file, written(problems))
    sifted = sift(problems, _read(file))
    _tell(file, sifted, is_whole=is_whole)
    return sifted.new


def _read(file: Path) -> dict[str, int]:
    try:
        return read(file.read_text("utf-8"))
    except OSError as error:
        raise _unusable(file, error.strerror or "none") from error
    except ValueError as error:
        raise _unusable(file, str(error)) from error


def _unusable(file: Path, found: str) -> click.UsageError:
    return click.UsageError(
        f"expected a file of known problems at '{file}', found: {found} – write it with --update-baseline"
    )


def _tell(file: Path, sifted: Sifted, *, is_whole: bool) -> None:
    if sifted.known:
        click.echo(f"{_counted(sifted.known)} hidden", err=True)
    if sifted.gone and is_whole:
        them = "it" if sifted.gone == 1 else "them"
        click.echo(f"{_counted(sifted.gone)} gone; --update-baseline takes {them} out of {file}", err=True)


def _counted(count: int) -> str:
    return f"{count} known problem{'' if count == 1 else 's'}"
