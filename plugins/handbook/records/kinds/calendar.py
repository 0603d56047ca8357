"""Calendars: which days are worked, and which hours of them.

Example:
```yaml title="calendars.yml"
edinburgh:
  title: Edinburgh office
  work:
    mon: 8:00-12:00 13:00-17:00
    tue: 8:00-12:00 13:00-17:00
    wed: 8:00-12:00
    thu: 8:00-12:00 13:00-17:00
    fri: 8:00-13:00
  country: GB
  subdivision: SCT
  holidays:
    - {from: 2026-12-24, to: 2026-12-31, title: Office closed}
  extra_work: [{on: 2026-03-14, hours: 9:00-13:00}]
```
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from handbook.records.kind import Kind
from handbook.records.record import Part, Record
from handbook.records.types.clock import HoursField
from handbook.records.types.day import Day
from handbook.records.types.text import Line

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class FreeDay(Part):
    """A day, or days from one to another, on which nobody works; a bare date is one too."""

    on: Day | None = Field(None, description="The day.")
    from_: Day | None = Field(None, alias="from", description="The first day of several.")
    to: Day | None = Field(None, description="The last day of several.")
    title: Line = Field("", description="Why: the name of the holiday.")


class ExtraWork(Part):
    """A day that is worked although its weekday is not, or with other hours; a bare date is one too."""

    on: Day = Field(description="The day.")
    hours: HoursField | None = Field(
        None, description="Its hours, like '9:00-13:00'; those of a normal day if not given."
    )


def _on(found: object) -> object:
    """Each bare date of a list as a mapping with that date."""
    items = found if isinstance(found, (list, tuple)) else [found]
    return [{"on": item} if isinstance(item, str) else item for item in items]


_Schema = WithJsonSchema(
    {"type": "array", "items": {"anyOf": [{"type": "string", "format": "date"}, {"type": "object"}]}}
)


class Calendar(Record):
    """Working time. Without any field: Monday to Friday, 8:00-12:00 and 13:00-17:00, no holidays."""

    kind: ClassVar[str] = "calendar"

    work: Mapping[Weekday, HoursField] = Field(
        {}, description="Hours of each weekday that is worked, like 'mon: 8:00-12:00 13:00-17:00'."
    )
    country: Line | None = Field(
        None, description="Country whose public holidays are free (ISO 3166-1 code: DE)."
    )
    subdivision: Line | None = Field(None, description="Its state or province (ISO 3166-2: BE).")
    holidays: Annotated[tuple[FreeDay, ...], BeforeValidator(_on), _Schema] = Field(
        (), description="More free days."
    )
    extra_work: Annotated[tuple[ExtraWork, ...], BeforeValidator(_on), _Schema] = Field(
        (), description="Days worked although they would be free."
    )


_BLANK = (
    *("work", "country", "subdivision"),
    *("holidays.on", "holidays.from", "holidays.to", "extra_work.on", "extra_work.hours"),
)

KIND = Kind(Calendar, file="calendars.yml", folder="calendars", organisation=True, blank=_BLANK)
