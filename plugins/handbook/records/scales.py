"""Scales: levels of probability and impact, and what their product means (matrix of ISO 31010)."""

from functools import cached_property

from pydantic import Field

from handbook.records.parts import Colour, ImpactByDimension
from handbook.records.record import Part
from handbook.records.types.many import Many
from handbook.records.types.percent import Percent
from handbook.records.types.rating import Rating
from handbook.records.types.text import Line


class Level(Part):
    """One level of a scale; its number is its position, counted from 1."""

    name: Line = Field(description="The word that records use.")
    up_to: Percent | None = Field(None, description="The greatest probability that belongs to it.")
    meaning: Line = Field("", description="What it stands for: days, money, words.")


def _levels(*levels: tuple[str, float | None]) -> tuple[Level, ...]:
    return tuple(Level.model_construct(name=name, up_to=up_to) for name, up_to in levels)


PROBABILITY = _levels(("very-low", 0.1), ("low", 0.3), ("medium", 0.5), ("high", 0.7), ("very-high", 1.0))
IMPACT = _levels(("negligible", None), ("minor", None), ("moderate", None), ("major", None), ("severe", None))


class Scales(Part):
    """The scales of the handbook and the limits of its risk matrix.

    A score is the number of the probability level times the number of the impact level: 1 to 25 on scales of
    five.
    """

    probability: Many[Level] = Field(PROBABILITY, description="Levels of probability, the least first.")
    impact: Many[Level] = Field(IMPACT, description="Levels of impact, the least first.")
    amber: int = Field(6, description="The least score that is amber.", ge=1)
    red: int = Field(15, description="The least score that is red.", ge=1)
    appetite: int = Field(9, description="The greatest score that is accepted without a response.", ge=0)

    def probability_level(self, rating: Rating) -> int | None:
        """The number of the level that ``rating`` names; None if the scale has no such level."""
        if rating.share is not None:
            return self._level_of_share(rating.share)
        return _number(rating, self._probability_names, len(self.probability))

    def impact_level(self, impact: ImpactByDimension) -> int | None:
        """The number of the greatest impact over all dimensions; None if none is on the scale."""
        greatest = 0
        for rating in (impact.time, impact.cost, impact.quality):
            if rating is not None:
                greatest = max(greatest, self.impact_rating_level(rating) or 0)
        return greatest or None

    def impact_rating_level(self, rating: Rating) -> int | None:
        """The number of the level that one impact names; None if the scale has no such level."""
        return _number(rating, self._impact_names, len(self.impact))

    def score(self, probability: Rating, impact: ImpactByDimension) -> int | None:
        """Probability level times impact level; None if either is not on its scale."""
        p, i = self.probability_level(probability), self.impact_level(impact)
        return None if p is None or i is None else p * i

    def colour(self, score: int) -> Colour:
        """The colour of a score in the matrix."""
        return "red" if score >= self.red else "amber" if score >= self.amber else "green"

    def _level_of_share(self, share: float) -> int:
        for number, level in enumerate(self.probability, 1):
            if level.up_to is not None and share <= level.up_to:
                return number
        return len(self.probability)

    @cached_property
    def _probability_names(self) -> dict[str, int]:
        return {level.name: number for number, level in enumerate(self.probability, 1)}

    @cached_property
    def _impact_names(self) -> dict[str, int]:
        return {level.name: number for number, level in enumerate(self.impact, 1)}


def _number(rating: Rating, names: dict[str, int], size: int) -> int | None:
    if rating.name is not None:
        return names.get(rating.name)
    return rating.level if rating.level is not None and rating.level <= size else None
