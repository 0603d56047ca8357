"""The numbers by which another program knows things."""

ORIGIN = "ms-project"
"""What records call the program."""


def number_of(text: str) -> int | None:
    """The number of a thing in another program; None if it is none that can be written."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 and int(text) else None
