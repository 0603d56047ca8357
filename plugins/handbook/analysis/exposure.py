"""Exposure: what the risks of a project, or of several, amount to."""

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.analysis.rated import RatedRisk


@dataclass(frozen=True, slots=True)
class Exposure:
    """Counts and sums over open risks.

    ``score`` is the sum of the scores of open threats, ``residual`` the same after their responses (the
    inherent score where no residual one is given). ``unanswered`` are those above appetite without a
    response, ``unrated`` open threats whose rating is not on the scale.
    """

    threats: int = 0
    opportunities: int = 0
    score: int = 0
    residual: int = 0
    above_appetite: int = 0
    unanswered: int = 0
    reviews_overdue: int = 0
    unrated: int = 0


def exposure(risks: Iterable[RatedRisk]) -> Exposure:
    """The exposure of rated risks; those that are closed or have occurred count for nothing."""
    found = [one for one in risks if one.risk.is_open]
    threats = [one for one in found if one.is_open_threat]
    above = [one for one in threats if one.above_appetite]
    return Exposure(
        threats=len(threats),
        opportunities=len(found) - len(threats),
        score=sum(one.score or 0 for one in threats),
        residual=sum(
            (one.score if one.residual_score is None else one.residual_score) or 0 for one in threats
        ),
        above_appetite=len(above),
        unanswered=sum(not one.answered for one in above),
        unrated=sum(one.score is None for one in threats),
        reviews_overdue=sum(one.review_overdue for one in found),
    )
