"""Writing a file that the user named."""

from pathlib import Path

import click


def write(file: Path, text: str) -> None:
    """Write ``text`` as UTF-8. Ends the command with 2 if the file cannot be written."""
    try:
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        found = error.strerror or "none"
        raise click.UsageError(f"expected a file that can be written at '{file}', found: {found}") from error


def replace(file: Path, text: str) -> None:
    """Write a file whole or not at all, as UTF-8. Ends the command with 1 if it cannot be written."""
    try:
        file.parent.mkdir(exist_ok=True)
        half = file.with_name(f".{file.name}.half")
        half.unlink(missing_ok=True)
        with half.open("x", encoding="utf-8", newline="\n") as written:
            written.write(text)
        half.replace(file)
    except OSError as error:
        raise click.ClickException(f"{file.as_posix()} cannot be written: {error.strerror}") from error
