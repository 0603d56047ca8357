"""Sentences made of pieces, some of which the eye should rest on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handbook.analysis.words import capital


class Piece(NamedTuple):
    """A piece of a sentence; ``strong`` where the eye should rest."""

    text: str
    strong: bool = False


Clause = tuple[Piece | str, ...]
"""Part of a sentence: without capital and full stop."""


def joined(sentences: Iterable[Clause]) -> tuple[Piece, ...]:
    """Sentences in a row, each with a capital and a full stop; neighbours told alike are one piece."""
    pieces: list[Piece] = []
    for sentence in sentences:
        words = [part if isinstance(part, Piece) else Piece(part) for part in sentence]
        words[0] = words[0]._replace(text=capital(words[0].text))
        pieces += [Piece(" "), *words, Piece(".")] if pieces else [*words, Piece(".")]
    return tuple(_merged(pieces))


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    held: Piece | None = None
    for piece in pieces:
        if held is None or piece.strong != held.strong:
            if held is not None:
                yield held
            held = piece
        else:
            held = held._replace(text=held.text + piece.text)
    if held is not None:
        yield held
