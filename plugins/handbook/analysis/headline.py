"""The headline: how a project stands, in one to three sentences."""

from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of a sentence; ``strong`` where the eye should rest."""

    text: str
    strong: bool = False


Headline = tuple[Piece, ...]
