"""The command ``handbook``: one of the two doors to everything."""

from handbook.cli.ending import main

__all__ = ["main"]
