"""The levelled schedule: who does what when, so that nobody is needed twice at once.

Example:
```yaml title="apollo/levelled.yml"
date: 2026-01-09
seed: 0
entries:
  design: {start: 2026-01-12, finish: 2026-01-23, by: {tom: 100%}}
  build:
    start: 2026-01-26
    finish: 2026-02-20
    by: {tom: 100%}
    pieces:
      - {from: 2026-01-26 08:00, to: 2026-01-30 17:00}
      - {from: 2026-02-09 08:00, to: 2026-02-20 17:00}
  manual: {start: 2026-02-23, finish: 2026-03-06, by: {tom: 50%}, behind: {build: tom}}
```
"""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from handbook.records.kind import Kind
from handbook.records.record import Part, Record
from handbook.records.types.day import Day
from handbook.records.types.flag import Flag
from handbook.records.types.many import Many
from handbook.records.types.moment import Moment
from handbook.records.types.percent import Units
from handbook.records.types.text import Line


class Piece(Part):
    """A time in which a task is worked on without a break."""

    from_: Moment = Field(alias="from", description="When it begins.")
    to: Moment = Field(description="When it ends.")


class LevelledEntry(Part):
    """When a task is done and by whom. Names are ids of people, roles, teams and tasks at that time."""

    start: Moment = Field(description="The day, or the time on it, before which it does not start.")
    finish: Day = Field(description="When it was to finish.")
    by: Mapping[Line, Units] = Field({}, description="Who does it, with their share.")
    behind: Mapping[Line, Many[Line]] = Field(
        {}, description="Tasks that it waits for because the same people do them, with those people."
    )
    pieces: Many[Piece] = Field((), description="When it is worked on, if it is interrupted.")


class Levelled(Record):
    """The schedule that was accepted. Written by ``handbook level``, never by hand.

    Keys of ``entries`` are ids of tasks at that time; some may be gone since. What has begun or is done
    stands at its own dates, whatever is written here.
    """

    kind: ClassVar[str] = "levelled"

    date: Day = Field(description="The status date on which it was made.")
    seed: int = Field(0, ge=0, description="The seed it was made with.")
    proven: Flag = Field(False, description="Whether it was proven that no schedule finishes earlier.")
    entries: Mapping[Line, LevelledEntry] = Field({}, description="Tasks by their ids.")


KIND = Kind(
    Levelled,
    file="levelled.yml",
    single=True,
    audience="restricted",
    blank=("date", "seed", "proven", "entries"),
)
