"""Risks with their scores."""

from dataclasses import dataclass
from typing import Literal

from handbook.records.kinds.risk import Risk
from handbook.records.parts import Colour


@dataclass(frozen=True, slots=True)
class RatedRisk:
    """A risk with its inherent and residual score and what follows from them.

    Levels and scores are None where a rating is not on the scale. ``colour`` is that of the inherent score.
    ``answered``: it has a response with an action that is open, or somebody with authority accepted it.
    """

    risk: Risk
    probability: int | None
    impact: int | None
    score: int | None
    residual_probability: int | None
    residual_impact: int | None
    residual_score: int | None
    colour: Colour | Literal["none"]
    above_appetite: bool
    answered: bool
    review_overdue: bool
