"""Groups of fields that several kinds share."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from handbook.records.record import Part, TextPart
from handbook.records.types.day import Day
from handbook.records.types.duration import DurationField
from handbook.records.types.identifier import Id
from handbook.records.types.meaning import AlsoWritten
from handbook.records.types.money import MoneyField
from handbook.records.types.rating import Impact, Probability
from handbook.records.types.reference import PartyRef
from handbook.records.types.text import Line

Colour = Literal["green", "amber", "red"]


class Estimate(Part):
    """A three-point estimate of a working duration."""

    low: DurationField = Field(description="If all goes well; the forecast counts with nothing less.")
    likely: DurationField = Field(description="The most likely duration; the plan counts with it.")
    high: DurationField = Field(description="If much goes wrong; the forecast counts with nothing more.")
    shape: Literal["pert", "triangular"] | None = Field(
        None, description="The distribution in between; that of the settings if none is named."
    )
    group: Id | None = Field(
        None, description="A word that tasks share whose durations go together: a team, a technology."
    )


class DelayRange(Part):
    """A three-point range of delay, for a risk that may occur; of an opportunity, of time that is gained."""

    low: DurationField = Field(description="The least delay.")
    likely: DurationField = Field(description="The most likely delay.")
    high: DurationField = Field(description="The greatest delay.")


class CostRange(Part):
    """A three-point range of extra cost, for a risk that may occur; of an opportunity, of money saved."""

    low: MoneyField = Field(description="The least extra cost.")
    likely: MoneyField = Field(description="The most likely extra cost.")
    high: MoneyField = Field(description="The greatest extra cost.")


class ImpactByDimension(Part):
    """The impact on each objective; the greatest counts for the score."""

    time: Impact | None = Field(None, description="On dates.")
    cost: Impact | None = Field(None, description="On money.")
    quality: Impact | None = Field(None, description="On what is delivered.")


def _by_dimension(found: object) -> object:
    """A single impact as one that holds for every dimension alike."""
    if found is None or isinstance(found, (dict, ImpactByDimension)):
        return found
    return {"time": found, "cost": found, "quality": found}


_LEVEL = (("type", ["integer", "string"]), ("description", "One level for all of them."))
ImpactField = Annotated[ImpactByDimension, BeforeValidator(_by_dimension), AlsoWritten(_LEVEL)]


class Assessment(Part):
    """Probability and impact together."""

    probability: Probability = Field(description="A level name, its number, or a percentage.")
    impact: ImpactField = Field(description="A level, or one for each of time, cost and quality.")


class FollowUp(TextPart):
    """Something somebody does about a record, by a date."""

    bare = "text"

    text: Line = Field(description="What is to be done.")
    owner: PartyRef | None = Field(
        None, description="Who does it; the owner of the record if nobody is named."
    )
    due: Day | None = Field(None, description="By when.")
    done: Day | None = Field(None, description="When it was done.")
