"""The command ``handbook``: one of the two doors to everything."""

from handbook.cli.words import main

__all__ = ["main"]
