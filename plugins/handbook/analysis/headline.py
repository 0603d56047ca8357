"""The headline: how a project stands, in a few sentences.

The first sentence says when the last promise will be kept, in whatever state the project is; then comes
what slips although that date is kept, what drives the date, and what asks for somebody's attention.
"""

from handbook.analysis.asking import asking
from handbook.analysis.case import Case
from handbook.analysis.driving import doubt, driving, other_slip
from handbook.analysis.final import final
from handbook.analysis.opening import opening
from handbook.analysis.sentence import Clause, Piece, joined

__all__ = ["Headline", "Piece", "headline", "spoken"]

Headline = tuple[Piece, ...]


def headline(case: Case) -> Headline:
    """The headline of a project."""
    last = final(case)
    sentences: list[Clause | None] = [opening(case, last)]
    if not case.is_over:
        sentences += [other_slip(case, last), driving(case, last), doubt(case), asking(case)]
    return joined(sentence for sentence in sentences if sentence)


def spoken(pieces: Headline) -> str:
    """The headline as plain text."""
    return "".join(piece.text for piece in pieces)
