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
