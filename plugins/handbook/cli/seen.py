"""Files of a handbook as they are seen from the current folder."""

from pathlib import Path


def seen_from_here(file: str, root: Path) -> str:
    """The path of a file, given relative to ``root``, from the current folder if it lies in it."""
    here = Path.cwd()
    path = (here / root).resolve() / file
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
