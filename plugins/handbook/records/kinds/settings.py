"""Settings: what holds for the whole handbook.

Example:
```yaml title="handbook.yml"
title: Our projects
status_date: 2026-03-02
currency: EUR
thresholds:
  time: {amber: 1d, red: 10d}
review:
  risks: {green: 92ed, amber: 45ed, red: 14ed}
rules:
  ignore: [RACI006]
```
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from handbook.records.kind import Kind
from handbook.records.record import Part, Record
from handbook.records.scales import Scales
from handbook.records.types.day import read_day
from handbook.records.types.duration import Duration, DurationField
from handbook.records.types.many import Many
from handbook.records.types.meaning import Meaning
from handbook.records.types.money import Currency
from handbook.records.types.percent import Percent
from handbook.records.types.reference import CalendarRef
from handbook.records.types.text import Line, Prose
from handbook.records.types.web import Url

AUDIENCES = ("public", "partner", "internal", "restricted")


def read_status_date(found: object) -> str | date:
    """``commit``, ``today`` or a date."""
    return found if isinstance(found, str) and found in ("commit", "today") else read_day(found)


Seconds = Annotated[int, Field(ge=1, le=86_400)]
Seed = Annotated[int, Field(ge=0, le=2_147_483_647)]

StatusDate = Annotated[
    str | date,
    BeforeValidator(read_status_date),
    WithJsonSchema({"type": "string"}),
    Meaning("`commit`, `today` or a date"),
]


class TimeThresholds(Part):
    """From which slip of a promise the schedule is not green; a charter's tolerance goes before ``red``."""

    amber: DurationField = Field(
        Duration(Decimal(1), "d"), description="Working time late at which it turns amber."
    )
    red: DurationField = Field(
        Duration(Decimal(10), "d"), description="Working time late at which it turns red."
    )


class CostThresholds(Part):
    """From which overrun of the budget cost is not green; a charter's tolerance goes before ``red``."""

    amber: Percent = Field(0.01, description="Share over the budget at which it turns amber.")
    red: Percent = Field(0.1, description="Share over the budget at which it turns red.")


class Thresholds(Part):
    """Limits of the computed colours."""

    time: TimeThresholds = Field(
        TimeThresholds.model_construct(), description="Working time by which a promise slips."
    )
    cost: CostThresholds = Field(
        CostThresholds.model_construct(), description="Share by which the forecast exceeds the budget."
    )
    report_age: DurationField = Field(
        Duration(Decimal(30), "d", True), description="Age at which a report is old."
    )


class OwnRule(Part):
    """A rule that a handbook writes itself: what must not be true of any record of a kind."""

    on: Many[Line] = Field(description="The kinds of record it looks at.")
    when: Prose = Field(description="What is wrong, as a CEL expression: true for a record at fault.")
    message: Line = Field(description="What the problem says; {title} stands for the value of that name.")
    cure: Line = Field("", description="What to do about it.")
    severity: Literal["error", "warning", "info"] = Field("warning", description="How grave it is.")


class RuleChoices(Part):
    """Which rules run, and how grave their problems are. Codes may be cut: ``RISK``, ``RISK0``."""

    select: Many[Line] = Field((), description="Only these; all if none is named.")
    ignore: Many[Line] = Field((), description="Not these.")
    severity: Mapping[Line, Literal["error", "warning", "info"]] = Field({}, description="Severity by code.")
    options: Mapping[Line, Mapping[Line, Line]] = Field(
        {}, description="Limits of rules, by code: RACI005: {most: 5}."
    )


class RuleSettings(RuleChoices):
    """The choices of a handbook, those for single projects, and the rules of its own."""

    projects: Mapping[Line, RuleChoices] = Field({}, description="Other choices for single projects.")
    own: Mapping[Line, OwnRule] = Field({}, description="Rules of the handbook's own, by code: ORG001.")


class Review(Part):
    """How often records are to be looked at again."""

    risks: Mapping[Literal["green", "amber", "red"], DurationField] = Field(
        {}, description="By colour of the score."
    )


class LevellingSettings(Part):
    """How ``handbook level`` looks for a schedule in which nobody is needed twice at once."""

    limit: Seconds = Field(60, description="Seconds of computing time that it may take at most.")
    seed: Seed = Field(
        0, description="What its choices by chance start from: the same seed, the same result."
    )
    tolerance: DurationField = Field(
        Duration(Decimal(1), "d"),
        description="Working time by which the finish may be later if fewer dates move for it.",
    )
    shortest_piece: DurationField = Field(
        Duration(Decimal(1), "d"), description="The least that is done at a time of a task that may be split."
    )


class ForecastSettings(Part):
    """How the forecast of dates and cost is simulated."""

    runs: int = Field(5000, ge=100, le=100_000, description="How many times a plan is played through.")
    seed: Seed = Field(0, description="What its chance starts from: the same seed, the same figures.")
    shape: Literal["pert", "triangular"] = Field(
        "pert", description="The distribution of estimates that name none."
    )
    correlation: Percent = Field(
        0.3, description="How closely the durations of estimates in one group go together."
    )


class ScheduleSettings(Part):
    """How plans are computed."""

    calendar: CalendarRef | None = Field(None, description="The calendar of projects that name none.")
    granularity: Literal["minute", "hour", "day"] = Field(
        "minute", description="The unit that dates are shown in."
    )
    forecast: ForecastSettings = Field(
        ForecastSettings.model_construct(), description="How sure dates and cost are said to be."
    )
    levelling: LevellingSettings = Field(
        LevellingSettings.model_construct(), description="How work is levelled so that nobody has too much."
    )


class Settings(Record):
    """The settings of a handbook, in ``handbook.yml``."""

    kind: ClassVar[str] = "settings"

    title: Line = Field("Project handbook", description="The name of the handbook.")
    status_date: StatusDate = Field("commit", description="The day it speaks of: commit, today, or a date.")
    audiences: Many[Line] = Field(AUDIENCES, description="Circles of readers, the widest first.")
    default_audience: Line = Field(
        "internal", description="The circle of records and projects that name none."
    )
    scales: Scales = Field(Scales.model_construct(), description="Levels of probability and impact.")
    thresholds: Thresholds = Field(
        Thresholds.model_construct(), description="Limits of the computed colours."
    )
    rules: RuleSettings = Field(RuleSettings.model_construct(), description="Which rules run.")
    review: Review = Field(Review.model_construct(), description="How often records are looked at again.")
    currency: Currency = Field("EUR", description="ISO 4217 code.")
    language: Line = Field("en", description="Language of the pages (BCP 47).")
    repository: Url | None = Field(
        None, description="Where the records can be edited: https://host/owner/name/edit/main."
    )
    schedule: ScheduleSettings = Field(
        ScheduleSettings.model_construct(), description="How plans are computed."
    )
    versions: Many[Line] = Field(
        (), description="Versions that the version menu keeps; all if none is named."
    )


KIND = Kind(Settings, file="handbook.yml", organisation=True, single=True)
