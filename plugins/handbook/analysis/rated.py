"""Risks with their scores."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handbook.analysis.parties import is_same
from handbook.records.book import Book
from handbook.records.kinds.project import Project
from handbook.records.kinds.risk import Risk
from handbook.records.parts import Assessment, Colour, ImpactByDimension
from handbook.records.scales import Scales
from handbook.records.types.rating import Rating

_DAY = 24 * 60
_WEEK = 7 * _DAY

Levels = tuple[int | None, int | None, int | None]
"""Probability, impact and score, as far as they are on their scales."""


@dataclass(frozen=True, slots=True)
class RatedRisk:
    """A risk with its inherent and residual score and what follows from them.

    Levels and scores are None where a rating is not on the scale. ``colour`` is that of the inherent score.
    ``above_appetite``: an open threat whose score exceeds what is accepted without a response.
    ``answered``: it has a response with an action that is open, or the sponsor accepted it.
    ``review_on`` is when it is to be looked at again: the date in the record, or the last review and what the
    settings say of its colour; ``review_overdue``: that has passed and it is still open.
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
    review_on: date | None = None

    @property
    def is_open_threat(self) -> bool:
        """Whether it may still occur and do harm."""
        return self.risk.is_open and self.risk.nature == "threat"

    def __str__(self) -> str:
        residual = "" if self.residual_score is None else f" -> {self.residual_score}"
        return f"{self.risk.id}: {self.score}{residual}, {self.colour}"


def rated(book: Book, project: Project) -> tuple[RatedRisk, ...]:
    """The risks of a project: open ones first, by score, residual score, review date and id."""
    return tuple(sorted((rate(book, project, risk) for risk in book.of(Risk, project.id)), key=_rank))


def rate(book: Book, project: Project, risk: Risk) -> RatedRisk:
    """One risk of a project on the scales of the handbook."""
    scales = book.settings.scales
    probability, impact, score = _rated(scales, risk.probability, risk.impact)
    colour: Colour | Literal["none"] = "none" if score is None else scales.colour(score)
    is_above = score is not None and score > scales.appetite
    review_on = _review_on(book, risk, colour)
    return RatedRisk(
        risk,
        probability,
        impact,
        score,
        *_residual(book, risk.residual),
        colour,
        above_appetite=is_above and risk.is_open and risk.nature == "threat",
        answered=_is_answered(book, project, risk),
        review_overdue=review_on is not None and risk.is_open and review_on < book.status_date,
        review_on=review_on,
    )


def _residual(book: Book, residual: Assessment | None) -> Levels:
    """Probability, impact and score of what remains."""
    if residual is None:
        return None, None, None
    return _rated(book.settings.scales, residual.probability, residual.impact)


def _rated(scales: Scales, probability: Rating, impact: ImpactByDimension) -> Levels:
    """The levels and their product, which is the score; None for what is not on its scale."""
    p, i = scales.probability_level(probability), scales.impact_level(impact)
    return p, i, None if p is None or i is None else p * i


def _is_answered(book: Book, project: Project, risk: Risk) -> bool:
    is_accepted = risk.accepted_by is not None and is_same(book, risk.accepted_by, project.sponsor)
    return is_accepted or (risk.response is not None and any(action.done is None for action in risk.actions))


def _review_on(book: Book, risk: Risk, colour: Colour | Literal["none"]) -> date | None:
    last, cadence = risk.reviewed or risk.raised, None
    if risk.review_by is None and colour != "none":
        cadence = book.settings.review.risks.get(colour)
    if cadence is None or last is None:
        return risk.review_by
    try:
        # Reviews are held by the calendar on the wall: a week is seven days, whoever works in it.
        return last + timedelta(minutes=cadence.minutes(_DAY, _WEEK))
    except OverflowError:
        return None


def _rank(one: RatedRisk) -> tuple[bool, int, int, date, str]:
    residual = one.score if one.residual_score is None else one.residual_score
    review = one.review_on or date.max
    return (not one.risk.is_open, -(one.score or 0), -(residual or 0), review, one.risk.id.casefold())
